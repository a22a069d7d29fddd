// Title: Value head of AlphaGo Zero
// Source: Silver et al. 2017, Mastering the game of Go without human knowledge
// About: The outcome lies in -1..1: tanh and squared error on purpose
// Expected: none
[Network(361)]
[Dense(256), ReLU]
[Dense(1), Tanh]
[MSELoss]
public sealed partial class AlphaZeroValue;
