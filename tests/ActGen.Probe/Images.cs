namespace ActGen.Probe;

/// <summary>Few filters, whose lanes are positions; depthwise with stride and dilation; groups; pools; normalisation; a sum.</summary>
[Network(1, 15, 13)]
[Conv2D(8, 3), ReLU]
[MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1), GELU]
[Conv2D(32, 3, Padding = 2, Stride = 2, Dilation = 2, Groups = 32, Bias = false), BatchNorm, ReLU]
[Conv2D(48, 1), SiLU]
[Residual<Twist>(Repeat = 2)]
[GroupNorm(6), Tanh]
[GlobalAveragePool]
[Dense(70), LayerNorm, Mish]
[Dense(5)]
[CrossEntropyLoss]
internal sealed partial class Images;

/// <summary>A 3×3 convolution in groups that keeps its shape.</summary>
[Block]
[Conv2D(48, 3, Padding = 1, Groups = 3), ReLU]
internal sealed class Twist;

/// <summary>Signals: strides, dilation, an average pool, filters of every size of a tile's end.</summary>
[Network(3, 41)]
[Conv1D(17, 5, Stride = 2), LeakyReLU(0.1)]
[Conv1D(33, 3, Dilation = 2), ELU]
[AveragePool1D(2)]
[Flatten]
[Dense(4)]
[MSELoss]
internal sealed partial class Signals;
