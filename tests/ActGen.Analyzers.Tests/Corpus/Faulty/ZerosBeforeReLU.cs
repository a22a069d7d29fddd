// Title: Zeros before a ReLU
// Source: Pitfall "all zero initialization" of the notes of CS231n (cs231n.github.io/neural-networks-2), as in wagonhelm/NaNmnist issue 2
// About: Pre-activation 0, derivative 0: nothing moves at all
// Expected: ACT3002
[Network(784, InputMeanSquare = 0.1)]
[Dense(128, Init = Initializer.Zeros), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class ZerosBeforeReLU;
