// Title: Tabular baseline
// Source: Gorishniy et al. 2021, Revisiting Deep Learning Models for Tabular Data
// About: Linear, ReLU, dropout, three times
// Expected: none
[Network(8)]
[Dense(256), ReLU]
[Dropout(0.1)]
[Dense(256), ReLU]
[Dropout(0.1)]
[Dense(256), ReLU]
[Dropout(0.1)]
[Dense(1)]
[MSELoss]
public sealed partial class TabularMlp;
