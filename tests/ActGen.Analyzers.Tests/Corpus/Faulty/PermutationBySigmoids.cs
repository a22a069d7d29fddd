// Title: Squared error behind three sigmoid layers
// Source: Stack Overflow question 39217567, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/39217567)
// About: Bits to shuffled bits; corrected there by ReLU in the hidden layers, binary cross-entropy and targets that are not shuffled
// Expected: ACT1008
[Network(8)]
[Dense(8, Init = Initializer.Normal, InitScale = 0.05), Sigmoid]
[Dense(8, Init = Initializer.Normal, InitScale = 0.05), Sigmoid]
[Dense(8, Init = Initializer.Normal, InitScale = 0.05), Sigmoid]
[MSELoss]
public sealed partial class PermutationBySigmoids;
