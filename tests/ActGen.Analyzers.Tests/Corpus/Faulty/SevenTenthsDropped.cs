// Title: Seven tenths of the units dropped
// Source: Stack Overflow question 44184091, in the samples of NeuraLint (Nikanjam et al. 2021, github.com/neuralint/neuralint, sample_buggy_scripts); the dense part
// About: Validation accuracy beats training accuracy
// Expected: ACT3004
[Network(640)]
[Dense(100), ReLU]
[Dropout(0.7)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class SevenTenthsDropped;
