// Title: Linear support vector machine
// Source: Tang 2013, Deep Learning using Linear Support Vector Machines
// About: Hinge loss on raw scores
// Expected: none
[Network(70)]
[Dense(10)]
[MultiMarginLoss(2)]
public sealed partial class LinearSvm;
