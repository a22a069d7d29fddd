// Title: Softmax regression from zeros
// Source: TensorFlow, MNIST For ML Beginners (mnist_softmax.py)
// About: One layer may start at zero: there is no symmetry to break
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(10, Init = Initializer.Zeros)]
[CrossEntropyLoss]
public sealed partial class SoftmaxRegression;
