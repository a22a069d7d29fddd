using ActGen;

namespace CustomActivation;

/// <summary>Handwritten digits with the invented activation.</summary>
[Network(8 * 8)]
[Dense(64), Activation<Gulu>]
[Dense(64), Activation<Gulu>]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class GuluNet;

/// <summary>The same with GELU.</summary>
[Network(8 * 8)]
[Dense(64), GELU]
[Dense(64), GELU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class GELUNet;

/// <summary>The same with ReLU.</summary>
[Network(8 * 8)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class ReLUNet;
