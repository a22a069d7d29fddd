using ActGen;

namespace Mistakes.ACT1003;

/// <summary>Each sigmoid passes a quarter of the gradient at most: behind ten nothing arrives.</summary>
[Network(100)]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>ReLU and weights made for it keep the scale at any depth.</summary>
[Network(100)]
[Dense(100), ReLU]
[Dense(100), ReLU]
[Dense(100), ReLU]
[Dense(100), ReLU]
[Dense(100), ReLU]
[Dense(100), ReLU]
[Dense(100), ReLU]
[Dense(100), ReLU]
[Dense(100), ReLU]
[Dense(100), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
