// Title: Binary cross-entropy of a ReLU
// Source: Stack Overflow question 44066044, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/44066044)
// About: The output is 0 or above 1: the logarithm of 0, and of a negative number
// Expected: ACT2007
[Network(11)]
[Dense(12, Init = Initializer.Normal, InitScale = 0.05), ReLU]
[Dense(12, Init = Initializer.Normal, InitScale = 0.05), ReLU]
[Dense(1, Init = Initializer.Normal, InitScale = 0.05), ReLU]
[BCELoss]
public sealed partial class BinaryCrossEntropyOfReLU;
