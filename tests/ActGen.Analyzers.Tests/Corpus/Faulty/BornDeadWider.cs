// Title: Twenty layers of three units
// Source: Lu et al. 2019, Dying ReLU and Initialization; Rister & Rubin, Probabilistic bounds on neuron death in deep rectifier networks
// About: The deeper, the more surely dead
// Expected: ACT1010
[Network(3)]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(3), ReLU]
[Dense(2)]
[MSELoss]
public sealed partial class BornDeadWider;
