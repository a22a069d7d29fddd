// Title: Many sigmoid layers, initialised as well as may be
// Source: Glorot & Bengio 2010, Understanding the difficulty of training deep feedforward neural networks, section 3.1
// About: No initialisation saves a deep stack of sigmoids
// Expected: ACT1003
[Network(100)]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(100), Sigmoid]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class DeepSigmoidAuto;
