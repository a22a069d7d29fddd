// Title: Cross-entropy of sigmoids
// Source: "CrossEntropyLoss after Sigmoid on class predictions", github.com/eriklindernoren/PyTorch-YOLOv3/issues/10; also issue 108, "Some problems with loss"
// About: 80 classes between 0 and 1: the loss cannot fall to 0
// Expected: ACT2006
[Network(1024)]
[Dense(80), Sigmoid]
[CrossEntropyLoss]
public sealed partial class YoloClasses;
