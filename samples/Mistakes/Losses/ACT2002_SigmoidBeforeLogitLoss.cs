using ActGen;

namespace Mistakes.ACT2002;

/// <summary>The loss applies the sigmoid itself: twice, no probability lies below one half.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1), Sigmoid]
[BCEWithLogitsLoss]
public sealed partial class Wrong;

/// <summary>Logits for the loss; <c>Predict</c> gives probabilities.</summary>
[Network(30)]
[Dense(16), ReLU]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class Right;
