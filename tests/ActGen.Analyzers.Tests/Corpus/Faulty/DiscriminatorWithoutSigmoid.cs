// Title: Discriminator with negative values in BCE
// Source: "CUDA assertion error binary_cross_entropy loss", github.com/NVIDIA/pix2pixHD/issues/9
// About: Assertion input >= 0; fixed by BCEWithLogitsLoss
// Expected: ACT2007
[Network(512)]
[Dense(256), LeakyReLU(0.2)]
[Dense(1)]
[BCELoss]
public sealed partial class DiscriminatorWithoutSigmoid;
