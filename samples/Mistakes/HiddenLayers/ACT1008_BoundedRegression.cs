using ActGen;

namespace Mistakes.ACT1008;

/// <summary>A price predicted with ReLU cannot be corrected upwards where the unit is 0: no gradient.</summary>
[Network(13)]
[Dense(64), ReLU]
[Dense(1), ReLU]
[MSELoss]
public sealed partial class Wrong;

/// <summary>A regression ends in the affine layer.</summary>
[Network(13)]
[Dense(64), ReLU]
[Dense(1)]
[MSELoss]
public sealed partial class Right;
