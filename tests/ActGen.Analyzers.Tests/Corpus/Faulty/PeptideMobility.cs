// Title: ReLU behind a regression
// Source: "Do not use ReLU activation for the final regression layer", github.com/ProteomicsML/ProteomicsML/pull/203
// About: Constantly 0 for all peptides of the validation set
// Expected: ACT1008
[Network(64)]
[Dense(32), Tanh]
[Dense(1), ReLU]
[MSELoss]
public sealed partial class PeptideMobility;
