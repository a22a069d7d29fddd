using ActGen;

namespace Mistakes.ACT0007;

/// <summary>A layer behind the loss would learn nothing from it.</summary>
[Network(784)]
[CrossEntropyLoss]
[Dense(128), ReLU]
[Dense(10)]
public sealed partial class Wrong;

/// <summary>Input on top, loss at the end.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
