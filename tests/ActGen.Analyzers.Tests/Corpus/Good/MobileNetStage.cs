// Title: Depthwise separable convolutions
// Source: Howard et al. 2017, MobileNets, table 1
// About: A filter for each channel, then one product for each cell; nothing nonlinear is missing between them in the linear bottleneck of version 2
// Expected: none
[Network(3, 32, 32)]
[Conv2D(32, 3, Padding = 1, Stride = 2, Bias = false)] [BatchNorm, ReLU]
[Conv2D(32, 3, Padding = 1, Groups = 32, Bias = false)] [BatchNorm, ReLU]
[Conv2D(64, 1, Bias = false)] [BatchNorm, ReLU]
[Conv2D(64, 3, Padding = 1, Stride = 2, Groups = 64, Bias = false)] [BatchNorm, ReLU]
[Conv2D(128, 1, Bias = false)] [BatchNorm, ReLU]
[GlobalAveragePool]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class MobileNetStage;
