// Title: Coordinate network with Gaussian activations
// Source: Ramasinghe & Lucey 2022, Beyond Periodicity: Towards a Unifying Framework for Activations in Coordinate-MLPs
// About: A bell instead of a sine
// Expected: none
[Network(2, InputMeanSquare = 0.33)]
[Dense(256), Gaussian]
[Dense(256), Gaussian]
[Dense(3)]
[MSELoss]
public sealed partial class GaussianCoordinates;
