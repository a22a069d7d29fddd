// Title: Perceptron without activations
// Source: "no activation function in MLP", github.com/aymericdamien/TensorFlow-Examples/issues/270
// About: 784, 256, 256, 10
// Expected: ACT1002
[Network(784, InputMeanSquare = 0.1)]
[Dense(256, Init = Initializer.Normal)]
[Dense(256, Init = Initializer.Normal)]
[Dense(10, Init = Initializer.Normal)]
[CrossEntropyLoss]
public sealed partial class NeuralNetworkRaw;
