// Title: Robust regression
// Source: Huber 1964, Robust Estimation of a Location Parameter; Hastie, Tibshirani & Friedman 2009, section 10.6
// About: California housing with outliers
// Expected: none
[Network(8)]
[Dense(64), SiLU]
[Dense(64), SiLU]
[Dense(1)]
[HuberLoss]
public sealed partial class HuberHousing;
