using ActGen;

namespace Mistakes.ACT0003;

/// <summary>How long is a row of inputs? Nothing says it.</summary>
[Network]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Four numbers a flower.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right;
