// Title: Head with softmax over one unit
// Source: Stack Overflow question 58844149, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts); the dense part
// About: The accuracy is the share of the positive class
// Expected: ACT2005
[Network(512)]
[Dense(300), ReLU]
[Dropout(0.2)]
[Dense(1), Softmax]
[BCELoss]
public sealed partial class OneClassSoftmaxHead;
