using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>The chance that a new network is born dead: that for every input some layer has derivative 0 in all its units, so that no gradient
/// passes and training cannot begin. Lu et al. 2019, "Dying ReLU and Initialization", bound it by 1 − ∏(1 − 2^−N), which is
/// far above the truth where inputs differ; so narrow stacks are tried out on a few hundred small networks, always the same ones.</summary>
internal static class BornDead
{
    /// <summary>Where the bound is below it, the truth is far below.</summary>
    private const double Negligible = 0.05;

    /// <param name="layers">From input to output.</param>
    /// <param name="input">The network's input.</param>
    public static double? Probability(IReadOnlyList<PlannedLayer> layers, Signal input)
    {
        double alive = 1;
        int last = -1;
        Signal signal = input;
        for (int i = 0; i < layers.Count; i++)
        {
            if (layers[i] is PlannedActivation activation && activation.Moments(signal.MeanSquare).DeadShare is > 0 and double share)
            {
                // Which units die together is what the bound does not know.
                alive *= 1 - Power(share, activation.Output.Last);
                last = i;
            }
            signal = layers[i].Carry(signal).Output;
        }
        return 1 - alive < Negligible ? 0 : DeadSimulation.Of(layers.Take(last + 1), input)?.Run();
    }

    private static double Power(double share, int units)
    {
        double power = 1;
        for (int i = 0; i < units && power > 1e-9; i++)
            power *= share;
        return power;
    }
}
