// Title: Softmax over one unit, ReLU twice
// Source: Stack Overflow question 31880720, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/31880720)
// About: Always 1, whatever the input; the first layer applies ReLU two times
// Expected: ACT1007, ACT2005
[Network(128)]
[Dense(50), ReLU, ReLU]
[Dropout(0.2)]
[Dense(50), ReLU]
[Dropout(0.2)]
[Dense(1), Softmax]
[BCELoss]
public sealed partial class SoftmaxOfOneUnitBinary;
