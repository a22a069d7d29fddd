// Title: ALVINN
// Source: Pomerleau 1989, ALVINN: An Autonomous Land Vehicle in a Neural Network
// About: 30 x 32 pixels to a bump of activity over 30 steering directions; targets lie between 0 and 1
// Expected: none
[Network(960)]
[Dense(4), Sigmoid]
[Dense(30), Sigmoid]
[MSELoss]
public sealed partial class Alvinn;
