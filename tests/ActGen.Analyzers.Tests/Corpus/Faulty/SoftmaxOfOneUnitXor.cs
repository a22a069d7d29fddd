// Title: XOR with softmax over one unit
// Source: Stack Overflow question 34311586, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/34311586)
// About: Predicts 1 for every input
// Expected: ACT2005
[Network(2)]
[Dense(2, Init = Initializer.Uniform, InitScale = 0.05), Sigmoid]
[Dense(3, Init = Initializer.Uniform, InitScale = 0.05), Sigmoid]
[Dense(1, Init = Initializer.Uniform, InitScale = 0.05), Softmax]
[MSELoss]
public sealed partial class SoftmaxOfOneUnitXor;
