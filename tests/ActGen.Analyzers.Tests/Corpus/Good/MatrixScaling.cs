// Title: Matrix scaling of logits
// Source: Guo et al. 2017, On Calibration of Modern Neural Networks, section 4.2
// About: Calibration of ten classes
// Expected: none
[Network(10)]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class MatrixScaling;
