// Title: Hamiltonian network
// Source: Greydanus, Dzamba & Yosinski 2019, Hamiltonian Neural Networks
// About: A scalar energy; orthogonal initialisation
// Expected: none
[Network(2)]
[Dense(200, Init = Initializer.Orthogonal), Tanh]
[Dense(200, Init = Initializer.Orthogonal), Tanh]
[Dense(1, Bias = false)]
[MSELoss]
public sealed partial class HamiltonianNet;
