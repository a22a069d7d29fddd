// Title: Logistic regression
// Source: Cox 1958, The Regression Analysis of Binary Sequences
// About: One unit on logits; 30 features as in the Wisconsin breast cancer data
// Expected: none
[Network(30)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class LogisticRegression;
