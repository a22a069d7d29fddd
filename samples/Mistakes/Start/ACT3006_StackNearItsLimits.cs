using ActGen;

namespace Mistakes.ACT3006;

/// <summary>Every layer loses a little of the gradient; twelve lose nearly all.</summary>
[Network(64)]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>A stack that is not so deep.</summary>
[Network(64)]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
