// Title: Physics-informed network
// Source: Raissi, Perdikaris & Karniadakis 2019, Physics-informed neural networks
// About: Eight tanh layers of 20 units, Xavier initialisation: smooth derivatives are what counts
// Expected: none
[Network(2)]
[Dense(20, Init = Initializer.Glorot), Tanh]
[Dense(20, Init = Initializer.Glorot), Tanh]
[Dense(20, Init = Initializer.Glorot), Tanh]
[Dense(20, Init = Initializer.Glorot), Tanh]
[Dense(20, Init = Initializer.Glorot), Tanh]
[Dense(20, Init = Initializer.Glorot), Tanh]
[Dense(20, Init = Initializer.Glorot), Tanh]
[Dense(20, Init = Initializer.Glorot), Tanh]
[Dense(1, Init = Initializer.Glorot)]
[MSELoss]
public sealed partial class PhysicsInformed;
