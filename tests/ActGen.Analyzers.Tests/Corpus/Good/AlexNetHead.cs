// Title: Head of AlexNet
// Source: Krizhevsky et al. 2012, ImageNet Classification with Deep Convolutional Neural Networks; pytorch/vision, torchvision/models/alexnet.py
// About: Dropout before the layers, weights of deviation 0.01
// Expected: none
[Network(9216)]
[Dropout(0.5)]
[Dense(4096, Init = Initializer.Normal, InitScale = 0.01), ReLU]
[Dropout(0.5)]
[Dense(4096, Init = Initializer.Normal, InitScale = 0.01), ReLU]
[Dense(1000, Init = Initializer.Normal, InitScale = 0.01)]
[CrossEntropyLoss]
public sealed partial class AlexNetHead;
