// Title: Autoencoder of images by squared error
// Source: Goodfellow, Bengio & Courville 2016, Deep Learning, chapter 14
// About: A sigmoid output is right where the targets are pixels in 0..1
// Expected: none
[Network(784, InputMeanSquare = 0.1)]
[Dense(256), ReLU]
[Dense(64), ReLU]
[Dense(256), ReLU]
[Dense(784), Sigmoid]
[MSELoss]
public sealed partial class ImageAutoencoder;
