// Title: Simplest autoencoder
// Source: Chollet 2016, Building Autoencoders in Keras (the Keras blog)
// About: Pixels in 0..1, sigmoid and binary cross-entropy
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(32), ReLU]
[Dense(784), Sigmoid]
[BCELoss]
public sealed partial class SimpleAutoencoder;
