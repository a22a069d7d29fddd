// Title: Softmax in a Bayesian network's hidden layer
// Source: "Activation function in neural network", github.com/chris-nemeth/sgmcmc-review-paper/issues/2
// About: "Why the activation function in the hidden layer is softmax?"
// Expected: ACT1001
[Network(784, InputMeanSquare = 0.1)]
[Dense(100), Softmax]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class BayesianSoftmaxHidden;
