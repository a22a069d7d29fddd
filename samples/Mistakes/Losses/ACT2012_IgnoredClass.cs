using ActGen;

namespace Mistakes.ACT2012;

/// <summary>The digit 9 never counts: rows without a label were to be left out.</summary>
[Network(64)]
[Dense(32), ReLU]
[Dense(10)]
[CrossEntropyLoss(IgnoreIndex = 9)]
public sealed partial class Wrong;

/// <summary>Rows without a label have one that is no class.</summary>
[Network(64)]
[Dense(32), ReLU]
[Dense(10)]
[CrossEntropyLoss(IgnoreIndex = -1)]
public sealed partial class Right;
