using ActGen;

namespace Mistakes.ACT0009;

/// <summary>64 values come in and 256 go out: what should be added to what?</summary>
[Block]
[Dense(256), ReLU]
public sealed class Widen;

/// <summary>y = x + Widen(x).</summary>
[Network(64)]
[Residual<Widen>]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>A second product leads back to the shape of the input.</summary>
[Block]
[Dense(256), ReLU]
[Dense(64)]
public sealed class Think;

/// <summary>y = x + Think(x).</summary>
[Network(64)]
[Residual<Think>]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
