// Title: Deep autoencoder on logits
// Source: Chollet 2016, Building Autoencoders in Keras (the Keras blog)
// About: The same, deeper and on logits
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(128), ReLU]
[Dense(64), ReLU]
[Dense(32), ReLU]
[Dense(64), ReLU]
[Dense(128), ReLU]
[Dense(784)]
[BCEWithLogitsLoss]
public sealed partial class DeepAutoencoder;
