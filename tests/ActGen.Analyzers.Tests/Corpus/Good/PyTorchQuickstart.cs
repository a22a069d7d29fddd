// Title: PyTorch's quick start
// Source: pytorch.org, Quickstart tutorial
// About: Fashion-MNIST with two layers of 512
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(512), ReLU]
[Dense(512), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class PyTorchQuickstart;
