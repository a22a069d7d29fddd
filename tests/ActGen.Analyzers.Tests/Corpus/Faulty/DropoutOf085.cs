// Title: Dropout of 0.85
// Source: "Why 0.85 dropout?", github.com/AFAgarap/malware-classification/issues/37
// About: "It's just an arbitrary value"
// Expected: ACT3004
[Network(1024)]
[Dense(512), LeakyReLU]
[Dropout(0.85)]
[Dense(25)]
[MultiMarginLoss(2)]
public sealed partial class DropoutOf085;
