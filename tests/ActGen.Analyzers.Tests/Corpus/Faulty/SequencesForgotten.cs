// Title: LSTM behind the last step of another one
// Source: "Stacked LSTM: expected ndim=3, found ndim=2", the error that Keras gives where return_sequences is missing
// About: The first layer gives its last state alone
// Expected: ACT0005
[Network(20, 16)]
[LSTM(32)]
[LSTM(32)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class SequencesForgotten;
