// Title: LeNet-300-100
// Source: LeCun et al. 1998, Gradient-Based Learning Applied to Document Recognition, section III.C.4
// About: Scaled hyperbolic tangent
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(300, Init = Initializer.LeCun), LeCunTanh]
[Dense(100, Init = Initializer.LeCun), LeCunTanh]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class LeCun300100;
