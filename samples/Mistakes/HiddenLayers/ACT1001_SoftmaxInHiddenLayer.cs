using ActGen;

namespace Mistakes.ACT1001;

/// <summary>64 units share one unit of signal: the next layer sees about 1/64 of each.</summary>
[Network(784)]
[Dense(64), Softmax]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>An activation that keeps the scale.</summary>
[Network(784)]
[Dense(64), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
