using ActGen;

namespace Mistakes.ACT3003;

/// <summary>The normalisation subtracts the bias with the mean.</summary>
[Network(64)]
[Dense(64)]
[BatchNorm, ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Its β is the bias.</summary>
[Network(64)]
[Dense(64, Bias = false)]
[BatchNorm, ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
