// Title: ResNet-20 for CIFAR-10
// Source: He et al. 2016, Deep Residual Learning for Image Recognition, section 4.2
// About: The activation behind the sum; convolutions with strides between the stages in place of padded shortcuts
// Expected: none
[Block]
[Conv2D(16, 3, Padding = 1, Bias = false)] [BatchNorm, ReLU]
[Conv2D(16, 3, Padding = 1, Bias = false)] [BatchNorm]
public sealed partial class Wide;

[Block]
[Conv2D(32, 3, Padding = 1, Bias = false)] [BatchNorm, ReLU]
[Conv2D(32, 3, Padding = 1, Bias = false)] [BatchNorm]
public sealed partial class Middle;

[Block]
[Conv2D(64, 3, Padding = 1, Bias = false)] [BatchNorm, ReLU]
[Conv2D(64, 3, Padding = 1, Bias = false)] [BatchNorm]
public sealed partial class Deep;

[Network(3, 32, 32)]
[Conv2D(16, 3, Padding = 1, Bias = false)] [BatchNorm, ReLU]
[Residual<Wide>, ReLU] [Residual<Wide>, ReLU] [Residual<Wide>, ReLU]
[Conv2D(32, 3, Stride = 2, Padding = 1, Bias = false)] [BatchNorm, ReLU]
[Residual<Middle>, ReLU] [Residual<Middle>, ReLU]
[Conv2D(64, 3, Stride = 2, Padding = 1, Bias = false)] [BatchNorm, ReLU]
[Residual<Deep>, ReLU] [Residual<Deep>, ReLU]
[GlobalAveragePool]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class ResNet20;
