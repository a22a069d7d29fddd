// Title: Generator
// Source: Goodfellow et al. 2014, Generative Adversarial Nets; eriklindernoren/PyTorch-GAN, implementations/gan
// About: Tanh at the output makes pixels in -1..1; no loss of its own
// Expected: none
[Network(100)]
[Dense(128), LeakyReLU(0.2)]
[Dense(256), LeakyReLU(0.2)]
[Dense(512), LeakyReLU(0.2)]
[Dense(1024), LeakyReLU(0.2)]
[Dense(784), Tanh]
public sealed partial class GanGenerator;
