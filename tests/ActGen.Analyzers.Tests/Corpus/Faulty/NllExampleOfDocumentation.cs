// Title: NLL of logits in a documentation
// Source: "Fix missing final activation in NLLLoss second example", github.com/pytorch/pytorch/pull/12703
// About: The LogSoftmax was missing in PyTorch's own example
// Expected: ACT2004
[Network(16)]
[Dense(4)]
[NLLLoss]
public sealed partial class NllExampleOfDocumentation;
