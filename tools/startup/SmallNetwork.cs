namespace ActGen.Startup;

[Network(4)]
[Dense(16), ReLU]
[Dense(3)]
[CrossEntropyLoss]
internal sealed partial class SmallNetwork;
