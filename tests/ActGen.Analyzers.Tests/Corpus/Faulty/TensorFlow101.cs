// Title: Sigmoid below softmax cross-entropy
// Source: "Delete sigmoid function at the output layer", github.com/sjchoi86/Tensorflow-101/pull/3
// About: A perceptron of sigmoids up to its output
// Expected: ACT2006
[Network(784, InputMeanSquare = 0.1)]
[Dense(256), Sigmoid]
[Dense(128), Sigmoid]
[Dense(10), Sigmoid]
[CrossEntropyLoss]
public sealed partial class TensorFlow101;
