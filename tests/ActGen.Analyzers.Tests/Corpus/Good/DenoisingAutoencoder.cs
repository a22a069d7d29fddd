// Title: Denoising autoencoder
// Source: Vincent et al. 2008, Extracting and Composing Robust Features with Denoising Autoencoders
// About: A quarter of the input is dropped, all of it is to be restored
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dropout(0.25)]
[Dense(500), Sigmoid]
[Dense(784)]
[BCEWithLogitsLoss]
public sealed partial class DenoisingAutoencoder;
