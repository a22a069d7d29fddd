// Title: Squared error of class probabilities
// Source: Stack Overflow question 34673164, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/34673164)
// About: Two classes, accuracy stays where it was
// Expected: ACT2009
[Network(16)]
[Dense(64, Init = Initializer.Uniform, InitScale = 0.05), Tanh]
[Dropout(0.5)]
[Dense(64, Init = Initializer.Uniform, InitScale = 0.05), Tanh]
[Dropout(0.5)]
[Dense(2, Init = Initializer.Uniform, InitScale = 0.05), Softmax]
[MSELoss]
public sealed partial class SquaredErrorOfSoftmax;
