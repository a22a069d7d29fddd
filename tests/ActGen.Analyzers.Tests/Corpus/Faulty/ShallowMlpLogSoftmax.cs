// Title: Log-softmax in a benchmark's perceptron
// Source: "Remove Redundant LogSoftmax from ShallowMLP and ShallowCNN", github.com/scikit-adaptation/skada-bench/pull/158
// About: Removed: the models output raw logits
// Expected: ACT2003
[Network(2)]
[Dense(100), ReLU]
[Dense(2), LogSoftmax]
[CrossEntropyLoss]
public sealed partial class ShallowMlpLogSoftmax;
