using ActGen;

namespace Mistakes.ACT2005;

/// <summary>One unit has all the probability, whatever the input: always 1, and no gradient.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1), Softmax]
[BCELoss]
public sealed partial class Wrong;

/// <summary>One logit, yes or no.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class Right;
