// Title: Relative errors
// Source: Keras, MeanSquaredLogarithmicError; Tofallis 2015, A better measure of relative prediction accuracy
// About: Positive targets over several orders of magnitude; softplus keeps the prediction positive
// Expected: none
[Network(10)]
[Dense(64), ReLU]
[Dense(1), Softplus]
[MSLELoss]
public sealed partial class RatioRegression;
