// Title: A character at a time
// Source: Karpathy 2015, The Unreasonable Effectiveness of Recurrent Neural Networks (char-rnn: two layers of 128)
// About: The next character behind each one, dropout between the layers
// Expected: none
[Network(50, 96)]
[LSTM(128, ReturnSequences = true)]
[Dropout(0.5)]
[LSTM(128, ReturnSequences = true)]
[Dropout(0.5)]
[Dense(96)]
[CrossEntropyLoss]
public sealed partial class CharacterRnn;
