// Title: Support vector output on a perceptron
// Source: Tang 2013, Deep Learning using Linear Support Vector Machines
// About: Largest margin between the scores
// Expected: none
[Network(70)]
[Dense(512), ReLU]
[Dense(512), ReLU]
[Dense(10)]
[MultiMarginLoss(2)]
public sealed partial class HingeMlp;
