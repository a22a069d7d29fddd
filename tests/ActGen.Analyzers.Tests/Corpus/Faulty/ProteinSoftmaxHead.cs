// Title: Another head with softmax over one unit
// Source: Stack Overflow question 51749207, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts); the dense part
// About: The loss does not move
// Expected: ACT2005
[Network(6000)]
[Dense(50), ReLU]
[Dense(1), Softmax]
[BCELoss]
public sealed partial class ProteinSoftmaxHead;
