using ActGen;

namespace Mistakes.ACT1013;

/// <summary>In one hidden layer nothing is won by the dearer activation.</summary>
[Network(64)]
[Dense(64), GELU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>The cheap one.</summary>
[Network(64)]
[Dense(64), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
