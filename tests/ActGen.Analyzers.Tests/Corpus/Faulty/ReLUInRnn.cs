// Title: ReLU in a simple recurrent network
// Source: Le, Jaitly & Hinton 2015, A Simple Way to Initialize Recurrent Networks of Rectified Linear Units: "they might be expected to be far more likely to explode than units that have bounded values"
// About: Pixels one after the other
// Expected: ACT1012
[Network(784, 1)]
[RNN(100, Activation = RecurrentActivation.ReLU)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class ReLUInRnn;
