using ActGen;

namespace Mistakes.ACT1006;

/// <summary>An autoencoder without a nonlinearity is principal component analysis, slowly.</summary>
[Network(784)]
[Dense(32)]
[Dense(784)]
[MSELoss]
public sealed partial class Wrong;

/// <summary>With one it can bend.</summary>
[Network(784)]
[Dense(32), ReLU]
[Dense(784)]
[MSELoss]
public sealed partial class Right;
