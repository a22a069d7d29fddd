// Title: ConvNeXt blocks
// Source: Liu et al. 2022, A ConvNet for the 2020s, figure 4
// About: Depthwise 7 × 7, layer normalisation over channels, and a network of two products for each cell, added to the input
// Expected: none
[Block]
[Conv2D(48, 7, Padding = Padding.Same, Groups = 48)] [LayerNorm]
[Conv2D(192, 1), GELU]
[Conv2D(48, 1)]
public sealed partial class Mixer;

[Network(3, 32, 32)]
[Conv2D(48, 4, Stride = 4)] [LayerNorm]
[Residual<Mixer>(Repeat = 3)]
[GlobalAveragePool] [LayerNorm]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class ConvNeXtStage;
