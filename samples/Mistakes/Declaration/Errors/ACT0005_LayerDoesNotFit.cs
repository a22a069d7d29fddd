using ActGen;

namespace Mistakes.ACT0005;

/// <summary>Which of its three axes should a matrix mix? An image of one channel has 28 columns; a digit is all of its 784 cells.</summary>
[Network(1, 28, 28)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>All cells on one axis.</summary>
[Network(1, 28, 28)]
[Flatten]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
