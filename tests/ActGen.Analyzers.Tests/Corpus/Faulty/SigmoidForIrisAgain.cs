// Title: Sigmoid for three classes once more
// Source: Stack Overflow question 59278771, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/59278771)
// About: Categorical cross-entropy of sigmoids; another question, the same network
// Expected: ACT2006
[Network(4)]
[Dense(4, Init = Initializer.Normal, InitScale = 0.05), ReLU]
[Dense(3, Init = Initializer.Normal, InitScale = 0.05), Sigmoid]
[CrossEntropyLoss]
public sealed partial class SigmoidForIrisAgain;
