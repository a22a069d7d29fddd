// Title: AlexNet
// Source: Krizhevsky, Sutskever, Hinton 2012, ImageNet Classification with Deep Convolutional Neural Networks
// About: Overlapping pools, dropout before the dense layers; on one device and without its normalisation across channels
// Expected: none
[Network(3, 227, 227)]
[Conv2D(96, 11, Stride = 4), ReLU] [MaxPool2D(3, Stride = 2)]
[Conv2D(256, 5, Padding = 2), ReLU] [MaxPool2D(3, Stride = 2)]
[Conv2D(384, 3, Padding = 1), ReLU]
[Conv2D(384, 3, Padding = 1), ReLU]
[Conv2D(256, 3, Padding = 1), ReLU] [MaxPool2D(3, Stride = 2)]
[Flatten]
[Dropout(0.5)] [Dense(4096), ReLU]
[Dropout(0.5)] [Dense(4096), ReLU]
[Dense(1000)]
[CrossEntropyLoss]
public sealed partial class AlexNet;
