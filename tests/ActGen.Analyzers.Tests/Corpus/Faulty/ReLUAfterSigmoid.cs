// Title: ReLU on logits behind a sigmoid layer
// Source: "Is ReLU After Sigmoid Bad?", kdnuggets.com/2018/03/relu-after-sigmoid-bad.html
// About: 34.91 % mean accuracy on MNIST, where other activations reach 85 %
// Expected: ACT1009
[Network(784, InputMeanSquare = 0.1)]
[Dense(500), ReLU]
[Dense(256), Sigmoid]
[Dense(10), ReLU]
[CrossEntropyLoss]
public sealed partial class ReLUAfterSigmoid;
