// Title: Image into a dense layer
// Source: Stack Overflow question 38584268, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts) and 61030068; the dense part
// About: The layer sees only the last axis of the image
// Expected: ACT0005
[Network(1, 28, 28)]
[Dense(50), ReLU]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class FlattenForgotten;
