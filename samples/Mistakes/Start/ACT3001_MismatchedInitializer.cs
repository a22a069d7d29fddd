using ActGen;

namespace Mistakes.ACT3001;

/// <summary>Each ReLU halves the signal's square, and these weights do not make up for it.</summary>
[Network(64)]
[Dense(64, Init = Initializer.LeCun), ReLU]
[Dense(64, Init = Initializer.LeCun), ReLU]
[Dense(64, Init = Initializer.LeCun), ReLU]
[Dense(64, Init = Initializer.LeCun), ReLU]
[Dense(64, Init = Initializer.LeCun), ReLU]
[Dense(64, Init = Initializer.LeCun), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>The initialiser knows the activation.</summary>
[Network(64)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
