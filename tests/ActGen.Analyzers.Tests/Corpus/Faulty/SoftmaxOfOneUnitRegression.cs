// Title: Softmax over one unit in a regression
// Source: Stack Overflow question 33969059, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/33969059)
// About: The prediction is 1 for every row
// Expected: ACT2005
[Network(3)]
[Dense(3, Init = Initializer.Uniform, InitScale = 0.05), Tanh]
[Dropout(0.5)]
[Dense(2, Init = Initializer.Uniform, InitScale = 0.05), Tanh]
[Dropout(0.5)]
[Dense(1, Init = Initializer.Uniform, InitScale = 0.05), Softmax]
[MSELoss]
public sealed partial class SoftmaxOfOneUnitRegression;
