// Title: Pima Indians diabetes
// Source: Brownlee, Your First Deep Learning Project in Python with Keras Step-By-Step
// About: Sigmoid and binary cross-entropy, right as a pair
// Expected: none
[Network(8)]
[Dense(12), ReLU]
[Dense(8), ReLU]
[Dense(1), Sigmoid]
[BCELoss]
public sealed partial class BrownleePima;
