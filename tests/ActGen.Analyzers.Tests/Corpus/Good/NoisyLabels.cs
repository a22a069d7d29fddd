// Title: Classifier for wrong labels
// Source: Zhang & Sabuncu 2018, Generalized Cross Entropy Loss for Training Deep Neural Networks with Noisy Labels
// About: A loss between cross-entropy and absolute error
// Expected: none
[Network(128)]
[Dense(128), ReLU]
[Dense(10)]
[GeneralizedCrossEntropyLoss(0.7)]
public sealed partial class NoisyLabels;
