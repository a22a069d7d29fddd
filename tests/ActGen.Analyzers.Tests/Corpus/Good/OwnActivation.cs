// Title: Serf
// Source: Nag et al. 2023, SERF: Towards better training of deep neural networks using log-Softplus ERror activation Function
// About: An activation of the user's own
// Expected: none
[ActivationFunction]
public readonly partial struct Serf
{
    public static float Formula(float x) => x * Functions.Erf(Functions.Softplus(x));
}

[Network(784, InputMeanSquare = 0.1)]
[Dense(128), Activation<Serf>]
[Dense(64), Activation<Serf>]
[Dense(10)]
[CrossEntropyLoss]
public sealed partial class OwnActivation;
