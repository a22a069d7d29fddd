// Title: MNIST without activations
// Source: Stack Overflow question 48385830, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/48385830)
// About: 784, 30, 10 with no activation between, against one-hot targets
// Expected: ACT1002
[Network(784)]
[Dense(30)]
[Dense(10)]
[MSELoss]
public sealed partial class MnistWithoutActivations;
