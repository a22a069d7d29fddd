// Title: Random slopes
// Source: Xu et al. 2015, Empirical Evaluation of Rectified Activations in Convolutional Network
// About: RReLU with its default range
// Expected: none
[Network(256)]
[Dense(128), RReLU]
[Dense(64), RReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class RReLUNet;
