// Title: MobileNet
// Source: Howard et al. 2017, MobileNets, table 1, its first layers
// About: Depthwise and pointwise convolutions, each with batch normalisation
// Expected: none
[Network(3, 128, 128)]
[Conv2D(32, 3, Stride = 2, Padding = 1, Bias = false)] [BatchNorm, ReLU]
[Conv2D(32, 3, Padding = 1, Groups = 32, Bias = false)] [BatchNorm, ReLU]
[Conv2D(64, 1, Bias = false)] [BatchNorm, ReLU]
[Conv2D(64, 3, Stride = 2, Padding = 1, Groups = 64, Bias = false)] [BatchNorm, ReLU]
[Conv2D(128, 1, Bias = false)] [BatchNorm, ReLU]
[GlobalAveragePool]
[Dropout(0.001)]
[Dense(1000)]
[CrossEntropyLoss]
public sealed partial class MobileNetV1;
