// Title: Four sigmoid layers
// Source: "What could be the problem when a neural network with four hidden layers with the sigmoid activation function is not learning?", ai.stackexchange.com/questions/16557
// About: "By the 4th layer your signal is at most 1/256"
// Expected: ACT1005
[Network(30)]
[Dense(500, Init = Initializer.GlorotUniform), Sigmoid]
[Dense(500, Init = Initializer.GlorotUniform), Sigmoid]
[Dense(500, Init = Initializer.GlorotUniform), Sigmoid]
[Dense(500, Init = Initializer.GlorotUniform), Sigmoid]
[Dense(1)]
[MSELoss]
public sealed partial class FourSigmoidLayers;
