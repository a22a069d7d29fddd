// Title: Credit card fraud with a weight for the rare class
// Source: keras.io, Imbalanced classification: credit card fraud detection
// About: Rare positives weigh more
// Expected: none
[Network(29)]
[Dense(256), ReLU]
[Dense(256), ReLU]
[Dropout(0.3)]
[Dense(256), ReLU]
[Dropout(0.3)]
[Dense(1)]
[BCEWithLogitsLoss(PositiveWeight = 100)]
public sealed partial class FraudDetection;
