// Title: A binary classifier always predicts 1
// Source: Stack Overflow question 45378493, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts); the dense part
// About: Softmax over one unit behind convolutions
// Expected: ACT2005
[Network(80)]
[Dense(64), LeakyReLU(0.3)]
[Dense(1), Softmax]
[BCELoss]
public sealed partial class AlwaysPredictsOne;
