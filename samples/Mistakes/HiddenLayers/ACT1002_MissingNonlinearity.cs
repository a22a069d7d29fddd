using ActGen;

namespace Mistakes.ACT1002;

/// <summary>Two affine layers in a row are one: 128 units add parameters and no functions.</summary>
[Network(784)]
[Dense(128)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>A nonlinearity between makes two layers more than one.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
