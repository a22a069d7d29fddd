// Title: Hinge loss of a discriminator's sigmoid
// Source: "Why is the output of D still sigmoid in hinge loss?", github.com/tntrung/gan/issues/4
// About: The network didn't work, and did with logits
// Expected: ACT2006
[Network(128)]
[Dense(64), LeakyReLU(0.2)]
[Dense(1), Sigmoid]
[HingeLoss]
public sealed partial class HingeOfSigmoid;
