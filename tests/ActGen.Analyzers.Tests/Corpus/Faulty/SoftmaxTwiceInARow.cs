// Title: Softmax of softmax
// Source: TF_lenet_redundant_activation, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts/tensorflow); the dense part
// About: The output layer has a softmax and the loss's input another one
// Expected: ACT1007
[Network(3136)]
[Dense(512), ReLU]
[Dropout(0.25)]
[Dense(10), Softmax, Softmax]
[BCELoss]
public sealed partial class SoftmaxTwiceInARow;
