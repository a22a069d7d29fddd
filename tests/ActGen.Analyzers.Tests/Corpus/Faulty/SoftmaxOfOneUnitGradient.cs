// Title: Gradients of a softmax over one unit
// Source: Stack Overflow question 45337371, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/45337371)
// About: All gradients are 0, and the author wonders why
// Expected: ACT2005
[Network(5)]
[Dense(60), ReLU]
[Dense(50), ReLU]
[Dense(1), Softmax]
[BCELoss]
public sealed partial class SoftmaxOfOneUnitGradient;
