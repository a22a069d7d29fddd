// Title: House prices
// Source: Chollet 2017, Deep Learning with Python, section 3.6
// About: Regression with a linear output
// Expected: none
[Network(13)]
[Dense(64), ReLU]
[Dense(64), ReLU]
[Dense(1)]
[MSELoss]
public sealed partial class CholletHousing;
