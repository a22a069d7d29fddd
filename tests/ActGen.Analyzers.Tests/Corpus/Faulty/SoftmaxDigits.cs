// Title: Softmax in two hidden layers
// Source: "Issues with calculating new weights in a neural network", stackoverflow.com/questions/75378819
// About: Always picks the digit 0
// Expected: ACT1001
[Network(784, InputMeanSquare = 0.1)]
[Dense(64), Softmax]
[Dense(32), Softmax]
[Dense(10)]
[MSELoss]
public sealed partial class SoftmaxDigits;
