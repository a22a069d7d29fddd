// Title: Discriminator
// Source: Goodfellow et al. 2014, Generative Adversarial Nets; eriklindernoren/PyTorch-GAN, implementations/gan
// About: Leaky ReLU of slope 0.2, one logit
// Expected: none
[Network(784)]
[Dense(512), LeakyReLU(0.2)]
[Dense(256), LeakyReLU(0.2)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class GanDiscriminator;
