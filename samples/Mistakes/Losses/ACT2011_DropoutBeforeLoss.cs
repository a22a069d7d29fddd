using ActGen;

namespace Mistakes.ACT2011;

/// <summary>Half of the answers are replaced by 0 while training.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[Dropout(0.5)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Units are dropped, not answers.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dropout(0.5)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
