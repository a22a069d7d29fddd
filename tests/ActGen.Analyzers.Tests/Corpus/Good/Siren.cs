// Title: SIREN
// Source: Sitzmann et al. 2020, Implicit Neural Representations with Periodic Activation Functions
// About: sin(30·Wx) with W uniform of variance 2/(n·30²) is sin(W'x) with W' of variance 2/n: He's
// Expected: none
[Network(2, InputMeanSquare = 0.33)]
[Dense(256), Sin(7)]
[Dense(256, Init = Initializer.HeUniform), Sin]
[Dense(256, Init = Initializer.HeUniform), Sin]
[Dense(256, Init = Initializer.HeUniform), Sin]
[Dense(3)]
[MSELoss]
public sealed partial class Siren;
