// Title: Focal loss for rare classes
// Source: Lin et al. 2017, Focal Loss for Dense Object Detection
// About: Softmax form on logits
// Expected: none
[Network(64)]
[Dense(64), ReLU]
[Dense(5)]
[FocalLoss]
public sealed partial class FocalClassifier;
