// Title: Negative log-likelihood of softmax
// Source: "NLLLoss", github.com/AnubhavGupta3377/Text-Classification-Models-Pytorch/issues/9
// About: The loss is always negative
// Expected: ACT2004
[Network(256)]
[Dense(4), Softmax]
[NLLLoss]
public sealed partial class NllOfSoftmax;
