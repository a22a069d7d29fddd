// Title: Sigmoid for ten classes behind two affine layers
// Source: Stack Overflow question 55328966, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/55328966)
// About: Two mistakes: 784 to 784 to 50 without an activation, and sigmoids before cross-entropy
// Expected: ACT1002, ACT2006
[Network(784)]
[Dense(784)]
[Dense(50), ReLU]
[Dense(10), Sigmoid]
[CrossEntropyLoss]
public sealed partial class SigmoidForTenDigits;
