// Title: Log-softmax before cross-entropy
// Source: "Duplicate log_softmax", github.com/Randl/MobileNetV2-pytorch/issues/5
// About: Harmless, computed twice
// Expected: ACT2003
[Network(1280)]
[Dropout(0.2)]
[Dense(1000), LogSoftmax]
[CrossEntropyLoss]
public sealed partial class LogSoftmaxBeforeCrossEntropy;
