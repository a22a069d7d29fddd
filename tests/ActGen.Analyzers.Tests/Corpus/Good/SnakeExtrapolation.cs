// Title: Periodic extrapolation
// Source: Ziyin, Hartwig & Ueda 2020, Neural Networks Fail to Learn Periodic Functions and How to Fix It
// About: Snake activation
// Expected: none
[Network(1)]
[Dense(64), Snake]
[Dense(64), Snake]
[Dense(1)]
[MSELoss]
public sealed partial class SnakeExtrapolation;
