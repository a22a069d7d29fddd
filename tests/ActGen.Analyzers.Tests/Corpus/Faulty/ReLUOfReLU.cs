// Title: ReLU of a ReLU
// Source: "Redundant activation function in protein encoder architecture", github.com/timkartar/DeepPBS/issues/24
// About: Idempotent, wasted
// Expected: ACT1007
[Network(30)]
[Dense(10), ReLU, ReLU]
[Dense(4)]
[CrossEntropyLoss]
public sealed partial class ReLUOfReLU;
