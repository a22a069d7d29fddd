using ActGen;

namespace Mistakes.ACT3005;

/// <summary>How frequent a class is can only be said by a bias.</summary>
[Network(64)]
[Dense(64), ReLU]
[Dense(10, Bias = false)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Ten numbers more.</summary>
[Network(64)]
[Dense(64), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
