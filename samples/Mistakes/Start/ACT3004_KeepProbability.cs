using ActGen;

namespace Mistakes.ACT3004;

/// <summary>0.8 is meant as the share that is kept.</summary>
[Network(784)]
[Dense(512), ReLU]
[Dropout(0.8)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>The rate is the share that is dropped.</summary>
[Network(784)]
[Dense(512), ReLU]
[Dropout(0.2)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
