// Title: Divergence of probabilities
// Source: "Relic KL_div", github.com/NightShade99/Self-Supervised-Vision/issues/5
// About: Softmax where log-softmax is meant
// Expected: ACT2010
[Network(128)]
[Dense(64), Softmax]
[KLDivLoss(LogTarget = true, BatchMean = true)]
public sealed partial class KlOfProbabilities;
