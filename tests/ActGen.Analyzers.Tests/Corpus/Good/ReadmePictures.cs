// Title: Blocks and a variant
// Source: README
// About: A residual block used twice, and the same network with another activation
// Expected: none
[Block]
[Conv2D(32, 3, Padding = Padding.Same, Bias = false)] [BatchNorm, ReLU]
[Conv2D(32, 3, Padding = Padding.Same, Bias = false)] [BatchNorm]
public sealed partial class Refine;

[Network(3, 32, 32)]
[Conv2D(32, 3, Padding = Padding.Same), ReLU] [MaxPool2D(2)]
[Residual<Refine>(Repeat = 2)] [ReLU, GlobalAveragePool]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class Pictures;

[Variant<Pictures, Formulas.ReLU, Formulas.GELU>]
public sealed partial class PicturesWithGELU;
