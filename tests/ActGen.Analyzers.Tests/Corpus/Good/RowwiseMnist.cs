// Title: Digits read row by row
// Source: TensorFlow guide "Working with RNNs": MNIST rows as time steps
// About: An image as a sequence, normalised behind the LSTM
// Expected: none
[Network(28, 28)]
[LSTM(64)]
[BatchNorm]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class RowwiseMnist;
