// Title: SqueezeNet
// Source: Iandola et al. 2016, SqueezeNet, with the simple bypass of figure 2
// About: Few 1 × 1 filters before many of 3 × 3; expansion by one kernel size
// Expected: none
[Block]
[Conv2D(16, 1), ReLU]
[Conv2D(128, 3, Padding = 1), ReLU]
public sealed partial class Fire;

[Network(3, 96, 96)]
[Conv2D(64, 3, Stride = 2), ReLU] [MaxPool2D(3, Stride = 2)]
[Conv2D(16, 1), ReLU] [Conv2D(128, 3, Padding = 1), ReLU]
[Residual<Fire>] [MaxPool2D(3, Stride = 2)]
[Conv2D(32, 1), ReLU] [Conv2D(256, 3, Padding = 1), ReLU]
[Dropout(0.5)]
[Conv2D(10, 1), ReLU]
[GlobalAveragePool]
[CrossEntropyLoss]
public sealed partial class FireModules;
