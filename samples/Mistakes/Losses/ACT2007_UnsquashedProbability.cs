using ActGen;

namespace Mistakes.ACT2007;

/// <summary>The logarithm of a score of -3 does not exist.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1)]
[BCELoss]
public sealed partial class Wrong;

/// <summary>The loss on scores.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class Right;
