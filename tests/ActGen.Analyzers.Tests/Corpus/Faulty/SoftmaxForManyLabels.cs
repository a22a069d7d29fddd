// Title: Softmax and squared error for several labels
// Source: Stack Overflow question 38648195, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/38648195)
// About: Three labels that may hold at once compete for a sum of 1
// Expected: ACT2009
[Network(20)]
[Dense(20), ReLU]
[Dropout(0.5)]
[Dense(20), ReLU]
[Dropout(0.5)]
[Dense(3), Softmax]
[MSELoss]
public sealed partial class SoftmaxForManyLabels;
