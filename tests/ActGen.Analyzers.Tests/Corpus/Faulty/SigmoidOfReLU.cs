// Title: Sigmoid of a ReLU
// Source: "How neural networks manages to learn 0 class for sigmoidal Cross-Entropy loss function using ReLU as activation unit?", stats.stackexchange.com/questions/257127
// About: The best probability of class 0 is one half
// Expected: ACT1007
[Network(64)]
[Dense(32), ReLU]
[Dense(1), ReLU, Sigmoid]
[BCELoss]
public sealed partial class SigmoidOfReLU;
