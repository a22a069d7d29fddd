// Title: GoogLeNet, its stem and its head
// Source: Szegedy et al. 2015, Going Deeper with Convolutions, table 1
// About: Without the inception modules and the normalisation across channels
// Expected: none
[Network(3, 224, 224)]
[Conv2D(64, 7, Stride = 2, Padding = 3), ReLU] [MaxPool2D(3, Stride = 2, Padding = 1)]
[Conv2D(64, 1), ReLU] [Conv2D(192, 3, Padding = 1), ReLU] [MaxPool2D(3, Stride = 2, Padding = 1)]
[Conv2D(256, 3, Padding = 1), ReLU]
[AveragePool2D(7, Stride = 7)]
[Dropout(0.4)]
[Flatten]
[Dense(1000)]
[CrossEntropyLoss]
public sealed partial class GoogLeNetStem;
