// Title: Born dead
// Source: Lu et al. 2019, Dying ReLU and Initialization: Theory and Numerical Examples (arXiv 1903.06733), section 1
// About: Ten ReLU layers of width 2 for the function |x|: nine of ten networks are constant
// Expected: ACT1010
[Network(1)]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(2, Init = Initializer.He), ReLU]
[Dense(1)]
[MSELoss]
public sealed partial class BornDead;
