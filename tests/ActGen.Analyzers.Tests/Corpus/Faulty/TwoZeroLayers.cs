// Title: Two layers that start at zero
// Source: "About zero initialization", github.com/yz93/LAVT-RIS/issues/25
// About: The gradient of the first one is 0
// Expected: ACT3002
[Network(10)]
[Dense(10, Init = Initializer.Zeros), ReLU]
[Dense(10, Init = Initializer.Zeros), Tanh]
[Dense(4)]
[MSELoss]
public sealed partial class TwoZeroLayers;
