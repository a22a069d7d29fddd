// Title: All-CNN-C
// Source: Springenberg et al. 2015, Striving for Simplicity: The All Convolutional Net, table 1
// About: Strides in place of pools, a rectifier on the class maps before their mean
// Expected: none
[Network(3, 32, 32)]
[Dropout(0.2)]
[Conv2D(96, 3, Padding = 1), ReLU]
[Conv2D(96, 3, Padding = 1), ReLU]
[Conv2D(96, 3, Stride = 2, Padding = 1), ReLU]
[Dropout(0.5)]
[Conv2D(192, 3, Padding = 1), ReLU]
[Conv2D(192, 3, Padding = 1), ReLU]
[Conv2D(192, 3, Stride = 2, Padding = 1), ReLU]
[Dropout(0.5)]
[Conv2D(192, 3), ReLU]
[Conv2D(192, 1), ReLU]
[Conv2D(10, 1), ReLU]
[GlobalAveragePool]
[CrossEntropyLoss]
public sealed partial class AllConvolutional;
