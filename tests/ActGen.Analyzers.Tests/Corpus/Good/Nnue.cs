// Title: Efficiently updatable network of chess engines
// Source: Nasu 2018, Efficiently Updatable Neural-Network-based Evaluation Functions for Computer Shogi; official-stockfish/nnue-pytorch
// About: Clipped ReLU: a hard tanh as a clamp to 0..1
// Expected: none
[Network(512)]
[HardTanh(0, 1)]
[Dense(32), HardTanh(0, 1)]
[Dense(32), HardTanh(0, 1)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class Nnue;
