// Title: Mish by hand
// Source: "[Feature Request] Mish Activation function +0.5 AP wrt. Swish", github.com/AlexeyAB/darknet/issues/3994
// About: "All the exps quickly lead to overflow and hence NaN"
// Expected: ACT0011
[ActivationFunction]
public readonly partial struct OverflowingMish
{
    public static float Formula(float x)
    {
        float e = Functions.Exp(x);
        float n = (e * e) + (2 * e);
        return x * n / (n + 2);
    }
}

[Network(16)]
[Dense(16), Activation<OverflowingMish>]
[Dense(1)]
[MSELoss]
public sealed partial class OwnMish;
