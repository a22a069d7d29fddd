// Title: Regression ends with ReLU
// Source: Stack Overflow question 48251943, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/StackOverflow/48251943)
// About: Predicts 0 for every row once the unit has died
// Expected: ACT1008
[Network(2)]
[Dense(4), ReLU]
[Dense(1), ReLU]
[MSELoss]
public sealed partial class RegressionEndsWithReLU;
