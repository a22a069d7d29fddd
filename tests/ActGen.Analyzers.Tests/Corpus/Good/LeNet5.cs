// Title: LeNet-5
// Source: LeCun et al. 1998, Gradient-Based Learning Applied to Document Recognition, section II
// About: Tanh, means over 2 × 2 cells; without the table of connections and the radial units of the output
// Expected: none
[Network(1, 32, 32)]
[Conv2D(6, 5), Tanh] [AveragePool2D(2)]
[Conv2D(16, 5), Tanh] [AveragePool2D(2)]
[Conv2D(120, 5), Tanh]
[Flatten]
[Dense(84), Tanh]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class LeNet5;
