// Title: Twenty SiLU layers
// Source: Hayou, Doucet & Rousseau 2019, On the Impact of the Activation Function on Deep Neural Networks Training (Swish away from the edge of chaos)
// About: Trains or not, depending on the scale of the inputs: each layer passes errors of scale on enlarged
// Expected: ACT3006
[Network(100)]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(100), SiLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class DeepSwish;
