// Title: Gate of a mixture of experts
// Source: Jacobs et al. 1991, Adaptive Mixtures of Local Experts
// About: Softmax at the output, whose values weigh the experts outside; no loss of its own
// Expected: none
[Network(32)]
[Dense(16), ReLU]
[Dense(4), Softmax]
public sealed partial class MixtureGate;
