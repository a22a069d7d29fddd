// Title: Smooth absolute error
// Source: Keras, LogCosh; Saleh & Saleh 2022, Statistical Properties of the log-cosh Loss Function Used in Machine Learning
// About: A regression with a linear output
// Expected: none
[Network(10)]
[Dense(64), GELU]
[Dense(64), GELU]
[Dense(1)]
[LogCoshLoss]
public sealed partial class LogCoshRegression;
