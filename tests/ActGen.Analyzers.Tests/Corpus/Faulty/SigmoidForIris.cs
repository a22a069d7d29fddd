// Title: Sigmoid for three classes
// Source: Stack Overflow question 51930566, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/51930566)
// About: Categorical cross-entropy of sigmoids
// Expected: ACT2006
[Network(4)]
[Dense(4, Init = Initializer.Normal, InitScale = 0.05), ReLU]
[Dense(3, Init = Initializer.Normal, InitScale = 0.05), Sigmoid]
[CrossEntropyLoss]
public sealed partial class SigmoidForIris;
