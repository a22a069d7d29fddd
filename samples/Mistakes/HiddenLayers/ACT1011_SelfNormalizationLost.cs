using ActGen;

namespace Mistakes.ACT1011;

/// <summary>SELU keeps mean 0 and variance 1 only with the weights that it was derived for.</summary>
[Network(64)]
[Dense(64, Init = Initializer.He), SELU]
[Dense(32), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Left to itself, the initialiser takes those.</summary>
[Network(64)]
[Dense(64), SELU]
[Dense(32), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
