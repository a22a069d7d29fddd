// Title: Dropout on MNIST
// Source: Srivastava et al. 2014, Dropout: A Simple Way to Prevent Neural Networks from Overfitting
// About: A fifth of the inputs and half of the units
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dropout(0.2)]
[Dense(1024), ReLU]
[Dropout(0.5)]
[Dense(1024), ReLU]
[Dropout(0.5)]
[Dense(1024), ReLU]
[Dropout(0.5)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class SrivastavaDropout;
