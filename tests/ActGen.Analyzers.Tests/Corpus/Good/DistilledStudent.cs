// Title: Student of a distillation
// Source: Hinton, Vinyals & Dean 2015, Distilling the Knowledge in a Neural Network
// About: Log-probabilities against the teacher's probabilities
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(30), ReLU]
[Dense(10), LogSoftmax]
[KLDivLoss(BatchMean = true)]
public sealed partial class DistilledStudent;
