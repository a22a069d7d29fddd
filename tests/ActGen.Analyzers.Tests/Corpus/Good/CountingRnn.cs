// Title: Counting with a simple recurrent network
// Source: Rodriguez, Wiles & Elman 1999, A Recurrent Neural Network that Learns to Count
// About: What comes next after each symbol, two units of state
// Expected: none
[Network(16, 2)]
[RNN(2, ReturnSequences = true)]
[Dense(2)]
[CrossEntropyLoss]
public sealed partial class CountingRnn;
