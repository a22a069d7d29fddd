// Title: Self-normalising network
// Source: Klambauer et al. 2017, Self-Normalizing Neural Networks
// About: SELU with LeCun's initialisation, eight layers, no normalisation
// Expected: none
[Network(50)]
[Dense(256, Init = Initializer.LeCun), SELU]
[Dense(256, Init = Initializer.LeCun), SELU]
[Dense(256, Init = Initializer.LeCun), SELU]
[Dense(256, Init = Initializer.LeCun), SELU]
[Dense(256, Init = Initializer.LeCun), SELU]
[Dense(256, Init = Initializer.LeCun), SELU]
[Dense(256, Init = Initializer.LeCun), SELU]
[Dense(256, Init = Initializer.LeCun), SELU]
[Dense(2)]
[CrossEntropyLoss]
public sealed partial class SelfNormalizing;
