namespace ActGen.Reporting.Tests;

/// <summary>Dies, saturates, has parameters of its own: all that telemetry tells apart.</summary>
[Network(2, 8, Telemetry = true)]
[Dense(12), ReLU]
[Flatten]
[Dense(16), Tanh]
[Dropout(0.25)]
[Dense(8), LeakyReLU(0.2)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Observed;

/// <summary>The same without telemetry: what is recorded must not change what is learned.</summary>
[Network(2, 8)]
[Dense(12), ReLU]
[Flatten]
[Dense(16), Tanh]
[Dropout(0.25)]
[Dense(8), LeakyReLU(0.2)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Unobserved;
