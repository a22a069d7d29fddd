namespace ActGen.Probe;

/// <summary>What was the first symbol of twenty?</summary>
[Network(20, 4)]
[LSTM(16)]
[Dense(4)]
[CrossEntropyLoss]
internal sealed partial class FirstSymbol;

/// <summary>Is the number of ones so far odd? A decision for each step.</summary>
[Network(16, 1)]
[GRU(12, ReturnSequences = true)]
[Dense(1)]
[BCEWithLogitsLoss]
internal sealed partial class Parity;

/// <summary>Every cell, both directions, a residual block, a convolution before.</summary>
[Network(3, 13)]
[Conv1D(10, 3), ReLU]
[Permute(2, 1)]
[LSTM(17, ReturnSequences = true, Bidirectional = true)]
[Dense(10), LayerNorm]
[Residual<Repeated>]
[RNN(9, Activation = RecurrentActivation.ReLU, ReturnSequences = true)]
[RNN(5, Bidirectional = true)]
[Dense(4)]
[MSELoss]
internal sealed partial class Sequences;

/// <summary>A state for each step.</summary>
[Block]
[GRU(10, ReturnSequences = true), Dropout(0.25)]
internal sealed class Repeated;
