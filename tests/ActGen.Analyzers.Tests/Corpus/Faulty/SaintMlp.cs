// Title: MLP equal to one linear layer
// Source: "MLP is equivalent to a single linear layer", github.com/somepago/saint/issues/23
// About: Stacked linear layers of a tabular transformer
// Expected: ACT1002
[Network(32)]
[Dense(160)]
[Dense(32)]
[Dense(2)]
[CrossEntropyLoss]
public sealed partial class SaintMlp;
