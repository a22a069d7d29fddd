using ActGen;

namespace Mistakes.ACT1004;

/// <summary>Weights of unit size add up over 784 inputs: every tanh is saturated from the start.</summary>
[Network(784)]
[Dense(64, Init = Initializer.Normal), Tanh]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Weights scaled by the number of inputs.</summary>
[Network(784)]
[Dense(64), Tanh]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
