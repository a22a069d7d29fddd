// Title: Learned slopes
// Source: He et al. 2015, Delving Deep into Rectifiers
// About: Parametric ReLU
// Expected: none
[Network(256)]
[Dense(128, Init = Initializer.He), PReLU]
[Dense(128, Init = Initializer.He), PReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class PReLUNet;
