using ActGen;

namespace Mistakes.ACT2004;

/// <summary>Minus the score of the right class has no lower bound: scores grow for ever.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[NLLLoss]
public sealed partial class Wrong;

/// <summary>The loss that makes log-probabilities of scores.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
