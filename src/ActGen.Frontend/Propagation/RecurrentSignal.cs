using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>A state that goes from step to step: the mean-field recurrence of its mean square. Products are normal, those of the state independent of the input's, as if U were drawn anew for each step
/// (Chen, Pennington &amp; Schoenholz 2018, "Dynamical Isometry and a Mean Field Theory of RNNs"). Of states that nothing bounds that is not so: U enlarges what they have in common again and again, in one network thrice as much as in another. Nor is the gradient predicted.</summary>
internal static class RecurrentSignal
{
    /// <summary>A state that has not settled by then goes on as it is.</summary>
    private const int MostSteps = 200;

    private const double Settled = 1e-7;

    public static SignalTransfer Transfer(PlannedRecurrent layer, Signal input)
    {
        (_, ParameterTensor inputWeights, ParameterTensor stateWeights, ParameterTensor bias) = layer.Directions[0];
        // A forget gate's bias is the mean of its input; random ones are the same at each step.
        double forgetBias = bias.Distribution == InitialDistribution.ForgetGate ? bias.Scale : 0, biases = forgetBias == 0 ? InitialVariance.Of(bias) : 0;
        double weighted = layer.Inputs * InitialVariance.Of(inputWeights) * input.MeanSquare, product = weighted + biases;
        if (layer.IsRectified || double.IsNaN(product) || double.IsInfinity(product))
            return SignalTransfer.Unknown;
        double part = product > 0 ? weighted / product : 0, common = (part * input.Common) + (1 - part), scatter = part * part * input.RowScatter(layer.Inputs);
        double gain = layer.Units * InitialVariance.Of(stateWeights), sum = 0;
        var state = new RecurrentState(0);
        for (int step = 0; step < layer.Steps; step++)
        {
            RecurrentState before = state;
            double fed = gain * before.MeanSquare, share = product + fed > 0 ? fed / (product + fed) : 0;
            state = (layer.Cell.Name switch
            {
                "LSTM" => before.LSTM(product, fed, forgetBias, common),
                "GRU" => before.GRU(product, fed, common),
                _ => before.Tanh(product, fed),
            }) with
            {
                Scatter = ((1 - share) * (1 - share) * scatter) + (share * share * (before.Scatter + (before.Spread / layer.Units))),
            };
            bool isSettled = step + 1 == MostSteps || Math.Abs(state.MeanSquare - before.MeanSquare) <= Settled * state.MeanSquare;
            sum += isSettled ? (layer.Steps - step) * state.MeanSquare : state.MeanSquare;
            if (isSettled)
                break;
        }
        Signal last = new(Quadrature.RoundToSixDigits(state.MeanSquare), state.Spread, state.Scatter);
        return new(layer.ReturnsSequences ? Sequence(layer, last, state, sum / layer.Steps, common) : last, static _ => GradientSignal.Of(new Signal(double.NaN, 0, 0)));
    }

    /// <summary>The states of all steps.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="last">The last one.</param>
    /// <param name="state">The same.</param>
    /// <param name="meanSquare">q over all steps.</param>
    /// <param name="ofInput">What two steps of the input's product have in common.</param>
    private static Signal Sequence(PlannedRecurrent layer, Signal last, RecurrentState state, double meanSquare, double ofInput)
    {
        double lasting = layer.Cell.Gates > 1 ? state.Lasting : ofInput;
        // What a gate keeps two neighbouring states have in common beside that, and others the less the farther apart they are.
        double pairs = (double)layer.Steps * (layer.Steps - 1) / 2, near = 0, power = 1;
        for (int lag = 1; lag < Math.Min(layer.Steps, MostSteps); lag++)
            near += (layer.Steps - lag) * (power *= state.Decay);
        double common = pairs > 0 ? lasting + ((1 - lasting) * near / pairs) : lasting;
        return last with
        {
            MeanSquare = Quadrature.RoundToSixDigits(meanSquare),
            Common = common,
            SharedSpread = Math.Min(2 * common * common, last.UnitSpread),
        };
    }
}
