// Title: Hidden layer that starts at zero
// Source: "Choice of initial value for weights in Tensorflow MNIST Tutorial", stats.stackexchange.com/questions/316898
// About: All 100 units of the first layer are equal and stay so up to the second matrix
// Expected: ACT3002
[Network(784, InputMeanSquare = 0.1)]
[Dense(100, Init = Initializer.Zeros), Sigmoid]
[Dense(10, Init = Initializer.Normal)]
[CrossEntropyLoss]
public sealed partial class ZerosInHiddenLayer;
