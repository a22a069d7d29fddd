// Title: Binary hinge loss of softmax
// Source: "binary hinge loss", github.com/Lasagne/Lasagne/issues/744 ("for a negative target, the loss will always be between delta and delta + 1")
// About: Predictions in (0, 1) for targets of both signs
// Expected: ACT2006
[Network(20)]
[Dense(50), Tanh]
[Dense(2), Softmax]
[HingeLoss]
public sealed partial class HingeOfSoftmax;
