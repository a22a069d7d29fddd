using ActGen;

namespace Mistakes.ACT1009;

/// <summary>ReLU takes the scores of the unlikely classes away.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10), ReLU]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Logits may be anything.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
