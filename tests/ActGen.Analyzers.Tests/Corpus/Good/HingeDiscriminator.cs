// Title: Discriminator with hinge loss
// Source: Miyato et al. 2018, Spectral Normalization for Generative Adversarial Networks (the loss); Lim & Ye 2017, Geometric GAN
// About: Scores of any sign
// Expected: none
[Network(128)]
[Dense(64), LeakyReLU(0.2)]
[Dense(1)]
[HingeLoss]
public sealed partial class HingeDiscriminator;
