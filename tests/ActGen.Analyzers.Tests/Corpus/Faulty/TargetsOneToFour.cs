// Title: Targets 1 to 4 behind a tanh
// Source: "Neural network python", ansaurus.com/question/3644795 (a copy of Stack Overflow question 3644795)
// About: The output lies in -1..1, the targets do not
// Expected: ACT1008
[Network(2)]
[Dense(5), Tanh]
[Dense(1), Tanh]
[MSELoss]
public sealed partial class TargetsOneToFour;
