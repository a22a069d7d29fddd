using ActGen;

namespace Mistakes.ACT1010;

/// <summary>Three units are soon all at 0 together, and then the network is constant for good.</summary>
[Network(3)]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(2)]
[MSELoss]
public sealed partial class Wrong;

/// <summary>A slope on the left keeps every unit alive.</summary>
[Network(3)]
[Dense(3), LeakyReLU]
[Dense(3), LeakyReLU]
[Dense(3), LeakyReLU]
[Dense(3), LeakyReLU]
[Dense(3), LeakyReLU]
[Dense(3), LeakyReLU]
[Dense(3), LeakyReLU]
[Dense(3), LeakyReLU]
[Dense(3), LeakyReLU]
[Dense(3), LeakyReLU]
[Dense(2)]
[MSELoss]
public sealed partial class Right;
