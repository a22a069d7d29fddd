using ActGen;

namespace Mistakes.ACT2006;

/// <summary>Softmax shares one unit among exclusive classes, the loss judges each alone.</summary>
[Network(4)]
[Dense(16), ReLU]
[Dense(3), Softmax]
[BCELoss]
public sealed partial class Wrong;

/// <summary>Exclusive classes have their own loss.</summary>
[Network(4)]
[Dense(16), ReLU]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right;
