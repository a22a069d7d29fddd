// Title: Residual recurrent layers
// Source: Wu et al. 2016, Google's Neural Machine Translation System, section 3.1; with GRU and layer normalisation
// About: The input of each layer is added to its sequence
// Expected: none
[Network(32, 64)]
[Residual<Recur>]
[Residual<Recur>]
[Residual<Recur>]
[GRU(64)]
[Dense(12)]
[CrossEntropyLoss]
public sealed partial class ResidualGru;

[Block]
[LayerNorm]
[GRU(64, ReturnSequences = true)]
[Dropout(0.1)]
public sealed partial class Recur;
