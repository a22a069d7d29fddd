using ActGen;

namespace Mistakes.ACT2008;

/// <summary>Right, but a certain answer is rounded to 1 before the logarithm looks at it.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1), Sigmoid]
[BCELoss]
public sealed partial class Wrong;

/// <summary>Sigmoid and logarithm in one lose nothing.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class Right;
