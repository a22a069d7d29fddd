// Title: Zero weights in the dense layers of LeNet
// Source: TF_lenet_zeros_init, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts/tensorflow); the dense part
// About: Nothing moves behind a ReLU that sees 0
// Expected: ACT3002
[Network(3136)]
[Dense(512, Init = Initializer.Zeros), ReLU]
[Dropout(0.25)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class ZeroWeightsOfLeNet;
