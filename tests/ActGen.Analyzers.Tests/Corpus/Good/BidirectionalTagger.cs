// Title: A tag for each word
// Source: Huang, Xu & Yu 2015, Bidirectional LSTM-CRF Models for Sequence Tagging; without the CRF
// About: Both directions side by side, a decision for each step
// Expected: none
[Network(50, 100)]
[Dropout(0.5)]
[LSTM(100, ReturnSequences = true, Bidirectional = true)]
[Dropout(0.5)]
[Dense(9)]
[CrossEntropyLoss]
public sealed partial class BidirectionalTagger;
