// Title: Linear regression
// Source: Legendre 1805; Efron et al. 2004, Least Angle Regression (the diabetes data)
// About: One layer, squared error
// Expected: none
[Network(10)]
[Dense(1)]
[MSELoss]
public sealed partial class LinearRegression;
