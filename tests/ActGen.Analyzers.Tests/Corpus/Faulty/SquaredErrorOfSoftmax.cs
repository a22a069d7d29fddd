// Title: Squared error of class probabilities
// Source: Stack Overflow question 34673164, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/34673164)
// About: Two classes, accuracy stays where it was
// Expected: ACT2009
[Network(16)]
[Dense(64), Tanh]
[Dropout(0.5)]
[Dense(64), Tanh]
[Dropout(0.5)]
[Dense(2), Softmax]
[MSELoss]
public sealed partial class SquaredErrorOfSoftmax;
