// Title: ReLU applied to logits
// Source: "ReLU applied to logits", github.com/huyng/tensorflow-vgg/issues/13
// About: VGG's last dense layer
// Expected: ACT1009
[Network(512)]
[Dense(512), ReLU]
[Dense(10), ReLU]
[CrossEntropyLoss]
public sealed partial class ReLUOfVggLogits;
