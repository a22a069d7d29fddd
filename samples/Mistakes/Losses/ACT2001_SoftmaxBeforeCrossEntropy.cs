using ActGen;

namespace Mistakes.ACT2001;

/// <summary>The loss applies softmax itself: twice, no answer is ever certain.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10), Softmax]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Logits for the loss; <c>Predict</c> gives probabilities.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
