// Title: Sigmoid before BCE with logits
// Source: "Do not need sigmoid because there is sigmoid in BCEWithLogitsLoss", github.com/yudi-mars/daisyRec/pull/15
// About: Otherwise the loss does not converge
// Expected: ACT2002
[Network(128)]
[Dense(64), ReLU]
[Dense(32), ReLU]
[Dense(1), Sigmoid]
[BCEWithLogitsLoss]
public sealed partial class RecommenderSigmoid;
