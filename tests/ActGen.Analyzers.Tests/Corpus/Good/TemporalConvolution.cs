// Title: Temporal convolutional network
// Source: Bai, Kolter, Koltun 2018, An Empirical Evaluation of Generic Convolutional and Recurrent Networks, figure 1
// About: Dilations 1, 2, 4 in residual blocks; padded on both sides, as for whole sequences
// Expected: none
[Block]
[Conv1D(32, 7, Padding = Padding.Same), ReLU] [Dropout(0.05)]
[Conv1D(32, 7, Padding = Padding.Same), ReLU] [Dropout(0.05)]
public sealed partial class Near;

[Block]
[Conv1D(32, 7, Padding = Padding.Same, Dilation = 2), ReLU] [Dropout(0.05)]
[Conv1D(32, 7, Padding = Padding.Same, Dilation = 2), ReLU] [Dropout(0.05)]
public sealed partial class Farther;

[Block]
[Conv1D(32, 7, Padding = Padding.Same, Dilation = 4), ReLU] [Dropout(0.05)]
[Conv1D(32, 7, Padding = Padding.Same, Dilation = 4), ReLU] [Dropout(0.05)]
public sealed partial class Far;

[Network(2, 400)]
[Conv1D(32, 7, Padding = Padding.Same), ReLU]
[Residual<Near>, ReLU]
[Residual<Farther>, ReLU]
[Residual<Far>, ReLU]
[GlobalAveragePool]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class TemporalConvolution;
