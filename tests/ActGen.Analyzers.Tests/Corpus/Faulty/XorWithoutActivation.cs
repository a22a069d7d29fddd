// Title: XOR without an activation
// Source: "Unable to learn XOR representation using 2 layers of Multi-Layered Perceptron (MLP)", discuss.pytorch.org/t/13287
// About: "It's a linear model"
// Expected: ACT1002
[Network(2)]
[Dense(5)]
[Dense(1), Sigmoid]
[L1Loss]
public sealed partial class XorWithoutActivation;
