using ActGen;

namespace Mistakes.ACT2009;

/// <summary>The more certain a wrong answer is, the less squared error corrects it.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10), Softmax]
[MSELoss]
public sealed partial class Wrong;

/// <summary>Cross-entropy corrects it most.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
