// Title: Dropout above 1
// Source: "cnn_dropout_rates > 1?", github.com/wallarm/nascell-automl/issues/10
// About: "It always > 1"
// Expected: ACT0006
[Network(64)]
[Dense(32), ReLU]
[Dropout(20)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class DropoutAboveOne;
