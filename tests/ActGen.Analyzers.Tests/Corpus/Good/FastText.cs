// Title: fastText on word vectors that are given
// Source: Joulin et al. 2017, Bag of Tricks for Efficient Text Classification, section 2
// About: The mean of the vectors of a text and one layer: no hidden layer, nothing to insert
// Expected: none
[Network(40, 10)]
[GlobalAveragePool]
[Dense(4)]
[CrossEntropyLoss]
public sealed partial class FastText;
