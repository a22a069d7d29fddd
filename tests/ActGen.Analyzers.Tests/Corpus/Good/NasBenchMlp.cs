// Title: Network of a tabular benchmark of hyperparameters
// Source: Klein & Hutter 2019, Tabular Benchmarks for Joint Architecture and Hyperparameter Optimization
// About: Two tanh and ReLU layers with dropout, regression
// Expected: none
[Network(26)]
[Dense(128), Tanh]
[Dropout(0.3)]
[Dense(256), ReLU]
[Dropout(0.3)]
[Dense(1)]
[MSELoss]
public sealed partial class NasBenchMlp;
