using ActGen;

namespace Mistakes.ACT3002;

/// <summary>Units that start alike stay alike: 128 of them learn one feature.</summary>
[Network(784)]
[Dense(128, Init = Initializer.Zeros), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Random hidden weights; the last layer may start at zero.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10, Init = Initializer.Zeros)]
[CrossEntropyLoss]
public sealed partial class Right;
