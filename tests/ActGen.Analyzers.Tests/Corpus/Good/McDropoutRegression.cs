// Title: Monte-Carlo dropout
// Source: Gal & Ghahramani 2016, Dropout as a Bayesian Approximation (UCI experiments)
// About: Dropout before every layer, also the first
// Expected: none
[Network(13)]
[Dropout(0.05)]
[Dense(50), ReLU]
[Dropout(0.05)]
[Dense(1)]
[MSELoss]
public sealed partial class McDropoutRegression;
