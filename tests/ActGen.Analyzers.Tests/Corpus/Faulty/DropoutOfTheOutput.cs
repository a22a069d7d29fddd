// Title: Dropout of the output layer
// Source: "BUG: Dropout method in runDArch file", github.com/maddin79/darch/issues/12
// About: "The dropout should only be applied to the hidden layers but not the output layer"
// Expected: ACT2011
[Network(100)]
[Dense(50), Tanh]
[Dense(10)]
[Dropout(0.5)]
[CrossEntropyLoss]
public sealed partial class DropoutOfTheOutput;
