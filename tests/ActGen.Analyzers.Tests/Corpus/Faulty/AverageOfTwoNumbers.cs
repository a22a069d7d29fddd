// Title: Average of two numbers by two affine layers
// Source: Averaging_Neural_Networks, in the DeepLocalize benchmark (Wardat et al. 2021, github.com/Wardat-ISU/DeepLocalize, Benchmark/GitHub/Buggy Model)
// About: Two affine maps are one
// Expected: ACT1002
[Network(2)]
[Dense(2)]
[Dense(1)]
[MSELoss]
public sealed partial class AverageOfTwoNumbers;
