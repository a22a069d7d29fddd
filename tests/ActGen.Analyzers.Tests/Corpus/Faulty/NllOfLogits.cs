// Title: Negative log-likelihood of logits
// Source: "wrong label loss in PointNetLoss", github.com/yanx27/Pointnet_Pointnet2_pytorch/issues/30
// About: A negative loss, without a bound
// Expected: ACT2004
[Network(256)]
[Dense(128), ReLU]
[Dense(40)]
[NLLLoss]
public sealed partial class NllOfLogits;
