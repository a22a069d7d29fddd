using ActGen;

namespace Mistakes.ACT2003;

/// <summary>Log-softmax twice is log-softmax once: no harm, but work.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10), LogSoftmax]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>Once.</summary>
[Network(784)]
[Dense(128), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Right;
