// Title: Poisson regression
// Source: Nelder & Wedderburn 1972, Generalized Linear Models
// About: Counts with a logarithmic link
// Expected: none
[Network(5)]
[Dense(1)]
[PoissonNLLLoss]
public sealed partial class PoissonRegression;
