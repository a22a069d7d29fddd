namespace ActGen.Reporting.Tests;

/// <summary>Small images, and telemetry of what happens to them.</summary>
[Network(1, 4, 4, Telemetry = true)]
[Flatten]
[Dense(9), ReLU]
[Dense(8), Tanh]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Observed;

/// <summary>A regression without telemetry.</summary>
[Network(5)]
[Dense(4), ReLU]
[Dense(1)]
[MSELoss]
public sealed partial class Plain;
