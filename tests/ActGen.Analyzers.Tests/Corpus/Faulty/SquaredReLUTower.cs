// Title: A tower of squared ReLUs with large weights
// Source: AutoTrainer (Zhang et al. 2021, github.com/shiningrain/AUTOTRAINER), problem "gradient explode"; So et al. 2021 have one squared ReLU between normalisations
// About: Every layer squares the scale
// Expected: ACT1004
[Network(32)]
[Dense(64, Init = Initializer.He), SquaredReLU]
[Dense(64, Init = Initializer.He), SquaredReLU]
[Dense(64, Init = Initializer.He), SquaredReLU]
[Dense(64, Init = Initializer.He), SquaredReLU]
[Dense(64, Init = Initializer.He), SquaredReLU]
[Dense(64, Init = Initializer.He), SquaredReLU]
[Dense(1)]
[MSELoss]
public sealed partial class SquaredReLUTower;
