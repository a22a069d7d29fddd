// Title: Convolution over sentences
// Source: Kim 2014, Convolutional Neural Networks for Sentence Classification
// About: Word vectors as (time, features), the largest value of each filter
// Expected: none
[Network(50, 300)]
[Permute(2, 1)]
[Conv1D(100, 3), ReLU]
[GlobalMaxPool]
[Dropout(0.5)]
[Dense(2)]
[CrossEntropyLoss]
public sealed partial class SentenceConvolution;
