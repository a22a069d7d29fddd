// Title: Principal components
// Source: Baldi & Hornik 1989, Neural Networks and Principal Component Analysis: Learning from Examples Without Local Minima
// About: Two affine layers with a narrow middle, linear on purpose
// Expected: none
[Network(64)]
[Dense(8)]
[Dense(64)]
[MSELoss]
public sealed partial class PcaAutoencoder;
