// Title: Softmax in a logistic regression
// Source: "Softmax applied twice when computing loss in LogisticRegression", github.com/Lightning-Universe/lightning-bolts/issues/654
// About: Fixed upstream
// Expected: ACT2001
[Network(42)]
[Dense(42), Softmax]
[CrossEntropyLoss]
public sealed partial class LightningLogisticRegression;
