using ActGen;

namespace Mistakes.ACT0005;

/// <summary>A gate halves its input into values and gates: 65 numbers have no halves.</summary>
[Network(784)]
[Dense(65), GLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>32 values and their 32 gates.</summary>
[Network(784)]
[Dense(2 * 32), GLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
