// Title: Sentiment of a review
// Source: Keras, examples/imdb_lstm.py; word vectors as the input
// About: The last state of an LSTM, one probability
// Expected: none
[Network(80, 128)]
[LSTM(128)]
[Dropout(0.2)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class SentimentLstm;
