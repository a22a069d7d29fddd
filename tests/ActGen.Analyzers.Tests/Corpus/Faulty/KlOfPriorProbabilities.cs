// Title: Divergence against a power-law prior
// Source: "Fix PMSNLoss", github.com/lightly-ai/lightly/pull/1341
// About: "Convert probabilities to log-space before KL div"
// Expected: ACT2010
[Network(256)]
[Dense(1024), Softmax]
[KLDivLoss]
public sealed partial class KlOfPriorProbabilities;
