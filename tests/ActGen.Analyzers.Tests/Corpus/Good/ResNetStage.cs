// Title: A stage of a residual network
// Source: He et al. 2016, Deep Residual Learning for Image Recognition, section 4.2
// About: Two convolutions with batch normalisation between an input and its sum; ReLU behind it
// Expected: none
[Block]
[Conv2D(16, 3, Padding = Padding.Same, Bias = false)] [BatchNorm, ReLU]
[Conv2D(16, 3, Padding = Padding.Same, Bias = false)] [BatchNorm]
public sealed partial class TwoConvolutions;

[Block] [Residual<TwoConvolutions>] [ReLU]
public sealed partial class BasicBlock;

[Network(3, 32, 32)]
[Conv2D(16, 3, Padding = Padding.Same, Bias = false)] [BatchNorm, ReLU]
[Block<BasicBlock>(Repeat = 3)]
[GlobalAveragePool]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class ResNetStage;
