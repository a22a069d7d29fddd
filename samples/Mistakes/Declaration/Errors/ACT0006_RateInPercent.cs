using ActGen;

namespace Mistakes.ACT0006;

/// <summary>20 is meant as 20 %.</summary>
[Network(784)]
[Dense(512), ReLU]
[Dropout(20)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>A rate is a share.</summary>
[Network(784)]
[Dense(512), ReLU]
[Dropout(0.2)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
