// Title: Firing rates of retinal cells
// Source: McIntosh et al. 2016, Deep Learning Models of the Retinal Response to Natural Scenes (the dense part)
// About: Softplus makes rates, and the Poisson loss takes them as they are
// Expected: none
[Network(200)]
[Dense(64), ReLU]
[Dense(5), Softplus]
[PoissonNLLLoss(LogInput = false)]
public sealed partial class RetinalResponse;
