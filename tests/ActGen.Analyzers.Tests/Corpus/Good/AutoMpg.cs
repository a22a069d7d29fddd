// Title: Fuel consumption
// Source: tensorflow.org, Basic regression: Predict fuel efficiency
// About: Mean absolute error
// Expected: none
[Network(9)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1)]
[L1Loss]
public sealed partial class AutoMpg;
