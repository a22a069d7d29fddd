// Title: Keywords in speech by convolution and GRU
// Source: Arik et al. 2017, Convolutional Recurrent Neural Networks for Small-Footprint Keyword Spotting
// About: A convolution along time, then a GRU in both directions
// Expected: none
[Network(40, 151)]
[Conv1D(32, 20, Stride = 8), ReLU]
[Permute(2, 1)]
[GRU(32, ReturnSequences = true, Bidirectional = true)]
[GRU(32, Bidirectional = true)]
[Dense(64), ReLU]
[Dense(2)]
[CrossEntropyLoss]
public sealed partial class SpeechCommands;
