// Title: Confidence of a token
// Source: "Whether to reuse the Sigmoid function in the confidence loss calculation code?", github.com/cvg/glue-factory/issues/89
// About: Sigmoid in the module, sigmoid in the loss
// Expected: ACT2002
[Network(256)]
[Dense(1), Sigmoid]
[BCEWithLogitsLoss]
public sealed partial class TokenConfidence;
