// Title: Deep Sets, the mean of what each element gives
// Source: Zaheer et al. 2017, Deep Sets, section 4; github.com/manzilzaheer/DeepSets
// About: An average pool between layers with activations
// Expected: none
[Network(10, 3)]
[Dense(30), Tanh]
[Dense(30), Tanh]
[GlobalAveragePool]
[Dense(30), Tanh]
[Dense(10), Tanh]
[Dense(1)]
[MSELoss]
public sealed partial class DeepSets;
