// Title: Network in network
// Source: Lin, Chen, Yan 2014, Network In Network, for CIFAR-10
// About: 1 × 1 convolutions as small networks at each position, class maps and their means
// Expected: none
[Network(3, 32, 32)]
[Conv2D(192, 5, Padding = 2), ReLU] [Conv2D(160, 1), ReLU] [Conv2D(96, 1), ReLU]
[MaxPool2D(3, Stride = 2, Padding = 1)] [Dropout(0.5)]
[Conv2D(192, 5, Padding = 2), ReLU] [Conv2D(192, 1), ReLU] [Conv2D(192, 1), ReLU]
[AveragePool2D(3, Stride = 2, Padding = 1)] [Dropout(0.5)]
[Conv2D(192, 3, Padding = 1), ReLU] [Conv2D(192, 1), ReLU] [Conv2D(10, 1), ReLU]
[GlobalAveragePool]
[CrossEntropyLoss]
public sealed partial class NetworkInNetwork;
