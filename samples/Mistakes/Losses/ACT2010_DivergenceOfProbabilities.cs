using ActGen;

namespace Mistakes.ACT2010;

/// <summary>The divergence takes log-probabilities.</summary>
[Network(128)]
[Dense(64), Softmax]
[KLDivLoss(BatchMean = true)]
public sealed partial class Wrong;

/// <summary>The same distribution as logarithms.</summary>
[Network(128)]
[Dense(64), LogSoftmax]
[KLDivLoss(BatchMean = true)]
public sealed partial class Right;
