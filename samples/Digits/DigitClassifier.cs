using ActGen;

namespace Digits;

/// <summary>Reads a handwritten digit from 8 × 8 cells.</summary>
[Network(8 * 8)]
[Dense(128), ReLU]
[Dense(64), GELU]
[Dropout(0.2)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class DigitClassifier;
