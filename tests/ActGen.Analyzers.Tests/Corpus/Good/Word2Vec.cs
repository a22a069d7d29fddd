// Title: Continuous bag of words
// Source: Mikolov et al. 2013, Efficient Estimation of Word Representations in Vector Space
// About: Embedding and output matrix without a nonlinearity: a factorisation
// Expected: none
[Network(5000, InputMeanSquare = 0.001)]
[Dense(100, Bias = false)]
[Dense(5000, Bias = false)]
[CrossEntropyLoss]
public sealed partial class Word2Vec;
