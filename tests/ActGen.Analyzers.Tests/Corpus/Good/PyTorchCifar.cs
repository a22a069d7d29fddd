// Title: PyTorch: training a classifier
// Source: PyTorch tutorials, "Training a Classifier", pytorch.org/tutorials/beginner/blitz/cifar10_tutorial.html
// About: LeNet with ReLU, for colour images
// Expected: none
[Network(3, 32, 32)]
[Conv2D(6, 5), ReLU]
[MaxPool2D(2)]
[Conv2D(16, 5), ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(120), ReLU]
[Dense(84), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class PyTorchCifar;
