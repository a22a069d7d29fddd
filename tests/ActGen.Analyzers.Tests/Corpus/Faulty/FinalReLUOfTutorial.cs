// Title: ReLU behind the last layer of a tutorial
// Source: "Remove final ReLU layer", github.com/pytorch/tutorials/pull/1654
// About: The quick start itself had it
// Expected: ACT1009
[Network(784, InputMeanSquare = 0.1)]
[Dense(512), ReLU]
[Dense(512), ReLU]
[Dense(10), ReLU]
[CrossEntropyLoss]
public sealed partial class FinalReLUOfTutorial;
