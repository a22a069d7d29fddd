using ActGen;

namespace Mistakes.ACT1005;

/// <summary>Far from 0 tanh is flat, and each of the three flattens once more.</summary>
[Network(64)]
[Dense(64), Tanh]
[Dense(64), Tanh]
[Dense(64), Tanh]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>One side that never saturates is enough.</summary>
[Network(64)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
