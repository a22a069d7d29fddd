// Title: SELU with ordinary dropout
// Source: "SELU", github.com/ageron/handson-ml/issues/88; also cchallu/nbeatsx issue 1
// About: "If you use regular dropout ... the neural network will no longer be Self-Normalizing"
// Expected: ACT1011
[Network(168)]
[Dense(512, Init = Initializer.LeCun), SELU]
[Dropout(0.2)]
[Dense(512, Init = Initializer.LeCun), SELU]
[Dropout(0.2)]
[Dense(24)]
[L1Loss]
public sealed partial class SeluWithDropout;
