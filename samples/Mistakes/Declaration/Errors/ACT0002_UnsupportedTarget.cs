using ActGen;

namespace Mistakes.ACT0002;

/// <summary>Nobody could make an object of this network.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public abstract partial class Wrong;

/// <summary>An ordinary class.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right;
