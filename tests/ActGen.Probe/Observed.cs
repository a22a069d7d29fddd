namespace ActGen.Probe;

/// <summary>Units that can die, units that saturate, positions, dropout.</summary>
[Network(2, 8, Telemetry = true)]
[Dense(12), ReLU]
[Flatten]
[Dense(17), Tanh]
[Dropout(0.25)]
[Dense(8), LeakyReLU(0.2)]
[Dense(3)]
[CrossEntropyLoss]
internal sealed partial class Observed;

/// <summary>The same, and nobody looks.</summary>
[Network(2, 8)]
[Dense(12), ReLU]
[Flatten]
[Dense(17), Tanh]
[Dropout(0.25)]
[Dense(8), LeakyReLU(0.2)]
[Dense(3)]
[CrossEntropyLoss]
internal sealed partial class Unobserved;

/// <summary>Nothing below the one product trains, so that backward ends early.</summary>
[Network(6, Telemetry = true)]
[Tanh]
[Dropout(0.5)]
[Dense(2)]
[MSELoss]
internal sealed partial class ObservedRegression;

/// <summary>Filters are units, with all pixels of their images.</summary>
[Network(2, 6, 5, Telemetry = true)]
[Conv2D(4, 3, Padding = 1), ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(3)]
[CrossEntropyLoss]
internal sealed partial class ObservedImages;

/// <summary>Pools behind convolutions, which telemetry looks at one by one.</summary>
[Network(1, 15, 14, Telemetry = true)]
[Conv2D(8, 3), ReLU]
[MaxPool2D(2)]
[Conv2D(16, 3, Padding = 1), Tanh]
[MaxPool2D(2)]
[Flatten]
[Dense(3)]
[CrossEntropyLoss]
internal sealed partial class ObservedPools;

/// <summary>The same, and nobody looks: each pool is a part of the convolution before it.</summary>
[Network(1, 15, 14)]
[Conv2D(8, 3), ReLU]
[MaxPool2D(2)]
[Conv2D(16, 3, Padding = 1), Tanh]
[MaxPool2D(2)]
[Flatten]
[Dense(3)]
[CrossEntropyLoss]
internal sealed partial class UnobservedPools;

/// <summary>With running statistics behind what is trained.</summary>
[Network(6, Telemetry = true)]
[Dense(4, Bias = false)]
[BatchNorm]
[Dense(3)]
[CrossEntropyLoss]
internal sealed partial class ObservedBatches;

/// <summary>Weights of two directions, with biases between them.</summary>
[Network(4, 3, Telemetry = true)]
[GRU(5, ReturnSequences = true, Bidirectional = true)]
[RNN(4, ReturnSequences = true)]
[Flatten]
[Dense(3)]
[CrossEntropyLoss]
internal sealed partial class ObservedSequences;
