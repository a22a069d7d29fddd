// Title: Softmax in a scikit-learn wrapper
// Source: "Remove softmax from output", github.com/Yard1/ray-skorch/pull/18
// About: CrossEntropyLoss performs a LogSoftmax itself
// Expected: ACT2001
[Network(20)]
[Dense(10), ReLU]
[Dropout(0.5)]
[Dense(2), Softmax]
[CrossEntropyLoss]
public sealed partial class SkorchSoftmax;
