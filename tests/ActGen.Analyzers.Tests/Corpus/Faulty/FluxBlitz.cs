// Title: Three dense layers of a tutorial
// Source: "60 minute blitz uses stacked Dense layers with no activation function", github.com/FluxML/model-zoo/issues/339
// About: 200, 120, 84, 10 without activations and without biases
// Expected: ACT1002, ACT3005
[Network(200)]
[Dense(120, Bias = false)]
[Dense(84, Bias = false)]
[Dense(10, Bias = false)]
[CrossEntropyLoss]
public sealed partial class FluxBlitz;
