// Title: TD-Gammon
// Source: Tesauro 1995, Temporal Difference Learning and TD-Gammon
// About: 198 features of a position, probabilities of four outcomes by squared error
// Expected: none
[Network(198)]
[Dense(40), Sigmoid]
[Dense(4), Sigmoid]
[MSELoss]
public sealed partial class TdGammon;
