// Title: Three LSTM layers for a sequence of classes
// Source: Keras documentation, "Stacked LSTM for sequence classification"
// About: All layers but the last return sequences
// Expected: none
[Network(8, 16)]
[LSTM(32, ReturnSequences = true)]
[LSTM(32, ReturnSequences = true)]
[LSTM(32)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class StackedLstm;
