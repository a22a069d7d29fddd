using ActGen;

namespace Mistakes.ACT0001;

/// <summary>The compiler cannot write the other half of a class that is not partial.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed class Wrong;

/// <summary>Two halves, one class.</summary>
[Network(4)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right;
