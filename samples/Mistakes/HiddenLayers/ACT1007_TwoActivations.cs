using ActGen;

namespace Mistakes.ACT1007;

/// <summary>What ReLU leaves is never negative: the sigmoid of it never says less than 0.5.</summary>
[Network(64)]
[Dense(32), ReLU]
[Dense(1), ReLU, Sigmoid]
[DiceLoss]
public sealed partial class Wrong;

/// <summary>One activation a layer.</summary>
[Network(64)]
[Dense(32), ReLU]
[Dense(1), Sigmoid]
[DiceLoss]
public sealed partial class Right;
