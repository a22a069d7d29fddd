// Title: Softmax with binary cross-entropy
// Source: "Move to simpler CrossEntropyLoss", github.com/Cambridge-ICCS/practical-ml-with-pytorch/pull/84
// About: "Using softmax with BCELoss is a mismatch"
// Expected: ACT2006
[Network(4)]
[Dense(16), ReLU]
[Dense(3), Softmax]
[BCELoss]
public sealed partial class PenguinSpecies;
