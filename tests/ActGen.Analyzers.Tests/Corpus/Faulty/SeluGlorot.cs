// Title: SELU with Glorot's initialisation
// Source: "SELU Activations", github.com/deepchem/deepchem/issues/601
// About: "I think we're using 2 / sqrt(fan_in + fan_out)"
// Expected: ACT1011
[Network(75)]
[Dense(150, Init = Initializer.Glorot), SELU]
[Dense(75, Init = Initializer.Glorot), SELU]
[Dense(2)]
[CrossEntropyLoss]
public sealed partial class SeluGlorot;
