// Title: Dilated convolutions over a sequence
// Source: Bai et al. 2018, An Empirical Evaluation of Generic Convolutional and Recurrent Networks for Sequence Modeling, figure 1
// About: Residual blocks whose kernels reach twice as far each time
// Expected: none
[Block] [Conv1D(32, 3, Padding = Padding.Same, Dilation = 2), ReLU] [Conv1D(32, 3, Padding = Padding.Same, Dilation = 4), ReLU]
public sealed partial class Wider;

[Network(2, 128)]
[Conv1D(32, 3, Padding = Padding.Same), ReLU]
[Residual<Wider>(Repeat = 2)]
[GlobalMaxPool]
[Dense(5)]
[CrossEntropyLoss]
public sealed partial class DilatedSequence;
