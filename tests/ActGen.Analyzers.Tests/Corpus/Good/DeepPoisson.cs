// Title: Counts by a deep network
// Source: Fallah et al. 2009, Nonlinear Poisson regression using neural networks
// About: Exponential link in the loss
// Expected: none
[Network(12)]
[Dense(32), Tanh]
[Dense(1)]
[PoissonNLLLoss]
public sealed partial class DeepPoisson;
