// Title: Output layer that starts at zero
// Source: Zhang, Dauphin & Ma 2019, Fixup Initialization; Goyal et al. 2017, Accurate, Large Minibatch SGD
// About: Zeros in the last layer only: nothing is symmetric
// Expected: none
[Network(32)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1, Init = Initializer.Zeros)]
[MSELoss]
public sealed partial class ZeroInitializedOutput;
