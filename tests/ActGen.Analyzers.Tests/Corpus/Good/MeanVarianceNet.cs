// Title: Mean and variance
// Source: Nix & Weigend 1994, Estimating the Mean and Variance of the Target Probability Distribution; Lakshminarayanan et al. 2017, Deep Ensembles
// About: Two outputs: mean and log variance
// Expected: none
[Network(8)]
[Dense(50), ReLU]
[Dense(2)]
[GaussianNLLLoss]
public sealed partial class MeanVarianceNet;
