// Title: Log-sigmoid by hand
// Source: "Add numerically stable logsigmoid", github.com/pytorch/pytorch/pull/2211
// About: log(1/(1 + e^300)) is minus infinity, -300 is right
// Expected: ACT0011
[ActivationFunction]
public readonly partial struct OverflowingLogSigmoid
{
    public static float Formula(float x) => Functions.Log(1 / (1 + Functions.Exp(-x)));
}

[Network(16)]
[Dense(16), Activation<OverflowingLogSigmoid>]
[Dense(1)]
[MSELoss]
public sealed partial class OwnLogSigmoid;
