// Title: Binary cross-entropy without a sigmoid
// Source: "Used BCE - Loss but no sigmoid activation", github.com/yunlongdong/FCN-pytorch/issues/7
// About: 20 classes, raw scores
// Expected: ACT2007
[Network(512)]
[Dense(128), ReLU]
[Dense(20)]
[BCELoss]
public sealed partial class SegmentationWithoutSigmoid;
