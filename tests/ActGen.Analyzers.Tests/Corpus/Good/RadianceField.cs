// Title: Radiance field
// Source: Mildenhall et al. 2020, NeRF (the trunk, without its skip connection)
// About: Eight ReLU layers of 256 on encoded positions
// Expected: none
[Network(63)]
[Dense(256), ReLU]
[Dense(256), ReLU]
[Dense(256), ReLU]
[Dense(256), ReLU]
[Dense(256), ReLU]
[Dense(256), ReLU]
[Dense(256), ReLU]
[Dense(256), ReLU]
[Dense(4)]
[MSELoss]
public sealed partial class RadianceField;
