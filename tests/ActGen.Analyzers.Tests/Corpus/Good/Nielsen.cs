// Title: The network of Nielsen's book
// Source: Nielsen 2015, Neural Networks and Deep Learning, chapter 1 (network.py)
// About: One sigmoid layer, quadratic cost
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(30), Sigmoid]
[Dense(10), Sigmoid]
[MSELoss]
public sealed partial class Nielsen;
