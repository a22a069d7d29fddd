namespace ActGen.Probe;

/// <summary>Every activation with a transcendental function, dropout and softmax cross-entropy.</summary>
[Network(13)]
[Dense(33), GELU]
[Dense(17), Mish]
[Dense(16), SiLU]
[Dense(31), ELU]
[Dropout(0.25)]
[Dense(15), Swish(1.5)]
[Dense(9), GELU(Approximate = true)]
[Dense(5)]
[CrossEntropyLoss(LabelSmoothing = 0.1)]
internal sealed partial class Classifier;

/// <summary>The other activations, and a regression.</summary>
[Network(8)]
[Dense(32), Tanh]
[Dense(24), Softplus]
[Dense(17), LeakyReLU(0.2)]
[Dense(16), Sigmoid]
[Dense(7), ReLU]
[Dense(3)]
[HuberLoss(0.5)]
internal sealed partial class Regression;

/// <summary>Sigmoid outputs on logits.</summary>
[Network(7)]
[Dense(19), ReLU]
[Dense(4)]
[BCEWithLogitsLoss(PositiveWeight = 2)]
internal sealed partial class MultiLabel;

/// <summary>Two means with their variances.</summary>
[Network(3)]
[Dense(8), Tanh]
[Dense(4)]
[GaussianNLLLoss]
internal sealed partial class Uncertain;

/// <summary>A count.</summary>
[Network(2)]
[Dense(1)]
[PoissonNLLLoss]
internal sealed partial class Counter;

/// <summary>A decision by a margin.</summary>
[Network(2)]
[Dense(1)]
[HingeLoss]
internal sealed partial class Margin;
