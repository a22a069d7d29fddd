using ActGen;

namespace Mistakes.ACT1012;

/// <summary>Fifty times through the same weights, and nothing bounds the state.</summary>
[Network(50, 8)]
[RNN(32, Activation = RecurrentActivation.ReLU)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>tanh keeps it in −1 to 1.</summary>
[Network(50, 8)]
[RNN(32)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
