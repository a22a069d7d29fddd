// Title: Softplus by hand
// Source: "softplus overflows to inf for large inputs, producing NaN gradients", github.com/tracel-ai/burn/issues/5373
// About: exp before log: infinite from x = 18 on where beta is 5
// Expected: ACT0011
[ActivationFunction]
public readonly partial struct OverflowingSoftplus
{
    public static float Formula(float x, float beta = 5f) => Functions.Log(Functions.Exp(beta * x) + 1) / beta;
}

[Network(16)]
[Dense(16), Activation<OverflowingSoftplus>]
[Dense(1)]
[MSELoss]
public sealed partial class OwnSoftplus;
