// Title: Four fifths of the units dropped
// Source: Stack Overflow question 60566498, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts); the dense part
// About: The network does not learn its training data
// Expected: ACT3004
[Network(1024)]
[Dense(256), ReLU]
[Dropout(0.8)]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class FourFifthsDropped;
