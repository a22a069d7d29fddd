// Title: Platt scaling
// Source: Platt 1999, Probabilistic Outputs for Support Vector Machines; Guo et al. 2017, On Calibration of Modern Neural Networks
// About: Calibration of one score: slope and offset
// Expected: none
[Network(1)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class PlattScaling;
