// Title: Keras' MNIST perceptron
// Source: keras-team/keras, examples/mnist_mlp.py
// About: Two hidden layers with dropout
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(512), ReLU]
[Dropout(0.2)]
[Dense(512), ReLU]
[Dropout(0.2)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class KerasMnistMlp;
