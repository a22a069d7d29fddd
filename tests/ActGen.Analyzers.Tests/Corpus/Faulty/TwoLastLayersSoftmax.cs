// Title: Softmax in the last two layers
// Source: "2 last layers have softmax activation", github.com/ubclaunchpad/minutes/issues/133
// About: The layer before the last should have a usual activation
// Expected: ACT1001
[Network(1024)]
[Dense(128), ReLU]
[Dense(10), Softmax]
[Dense(5), LogSoftmax]
[NLLLoss]
public sealed partial class TwoLastLayersSoftmax;
