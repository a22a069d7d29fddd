// Title: Cross-entropy that is always 0
// Source: "Cross entropy always 0.0 with dgcpann", github.com/darioizzo/dcgp/issues/86
// About: One output is one class, and every answer is right
// Expected: ACT0008
[Network(2)]
[Dense(10), Tanh]
[Dense(1)]
[CrossEntropyLoss]
public sealed partial class CrossEntropyAlwaysZero;
