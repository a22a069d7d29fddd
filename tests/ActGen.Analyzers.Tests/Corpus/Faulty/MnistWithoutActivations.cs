// Title: MNIST without activations
// Source: Stack Overflow question 48385830, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/48385830)
// About: 784, 30, 10 with no activation between, weights of standard deviation 1
// Expected: ACT1002, ACT1004
[Network(784)]
[Dense(30, Init = Initializer.Normal)]
[Dense(10, Init = Initializer.Normal)]
[MSELoss]
public sealed partial class MnistWithoutActivations;
