using ActGen;

namespace Mistakes.ACT0008;

/// <summary>One class is always right: the loss is 0 and nothing is learnt.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Yes or no from one logit.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class Right;
