// Title: Maxout
// Source: Goodfellow et al. 2013, Maxout Networks (permutation-invariant MNIST)
// About: 240 units of five pieces
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dropout(0.2)]
[Dense(1200), Maxout(5)]
[Dropout(0.5)]
[Dense(1200), Maxout(5)]
[Dropout(0.5)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class MaxoutMnist;
