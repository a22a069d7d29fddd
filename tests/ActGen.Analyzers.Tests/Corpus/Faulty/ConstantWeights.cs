// Title: Constant weights
// Source: TF_lenet_constant_init, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts/Synthetic Samples); the dense part
// About: All 512 units are the same unit
// Expected: ACT3002
[Network(3136)]
[Dense(512, Init = Initializer.Ones, InitScale = 0.1), ReLU]
[Dropout(0.25)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class ConstantWeights;
