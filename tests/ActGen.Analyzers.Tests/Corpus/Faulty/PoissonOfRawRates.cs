// Title: Poisson loss of rates that can be negative
// Source: "torch.nn.PoissonNLLLoss returns NaN for negative input when log_input=False", github.com/pytorch/pytorch/issues/184030
// About: Linear outputs as rates: their logarithm is not a number
// Expected: ACT2007
[Network(8)]
[Dense(32), ReLU]
[Dense(8)]
[PoissonNLLLoss(LogInput = false)]
public sealed partial class PoissonOfRawRates;
