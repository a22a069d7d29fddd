// Title: Softmax added by a library
// Source: "Remove additional softmax function if ClassificationNeuralNetwork uses CategoricalCrossEntropy", github.com/Safe-DS/Library/issues/581
// About: The library appended it for every classifier
// Expected: ACT2001
[Network(4)]
[Dense(16), ReLU]
[Dense(3), Softmax]
[CrossEntropyLoss]
public sealed partial class SafeDsClassifier;
