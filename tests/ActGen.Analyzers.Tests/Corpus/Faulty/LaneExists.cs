// Title: Whether a lane exists
// Source: "it seems that the sigmoid function used twice", github.com/Turoad/lanedet/issues/32
// About: The head of a lane detector
// Expected: ACT2002
[Network(4500)]
[Dense(128), ReLU]
[Dense(6), Sigmoid]
[BCEWithLogitsLoss]
public sealed partial class LaneExists;
