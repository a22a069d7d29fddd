using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="RAdam"/>: moments m and v, and a rectification that is 0 as long as there is none.</summary>
internal sealed class RAdamRule(ParameterLayout layout, RAdam settings) : ElementRule<RAdamRule.Step>(layout, new(settings.WeightDecay))
{
    protected override Step StepAt(long step, double learningRate)
    {
        double power = IntegerPower.Of(settings.Beta2, step), correction = 1 - power;
        double longest = (2 / (1 - settings.Beta2)) - 1, length = longest - (2 * step * power / correction);
        bool isKnown = length > 5;
        double stepSize = learningRate / (1 - IntegerPower.Of(settings.Beta1, step));
        if (isKnown)
            stepSize *= double.Sqrt(correction * (length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length));
        return new(
            Beta1: (float)settings.Beta1,
            Rest1: (float)(1 - settings.Beta1),
            Beta2: (float)settings.Beta2,
            Rest2: (float)(1 - settings.Beta2),
            Epsilon: Divisor.Epsilon(settings.Epsilon),
            StepSize: (float)stepSize,
            IsRectified: isKnown);
    }

    internal readonly record struct Step(float Beta1, float Rest1, float Beta2, float Rest2, float Epsilon, float StepSize, bool IsRectified) : IParameterStep
    {
        public static int Kept => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector m, ref TVector v, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            m = Moment.Mean(TVector.Broadcast(Beta1), m, TVector.Broadcast(Rest1), g);
            v = Moment.MeanSquare(TVector.Broadcast(Beta2), v, TVector.Broadcast(Rest2), g);
            TVector step = TVector.Broadcast(StepSize) * m;
            return IsRectified ? TVector.NegatedMultiplyAdd(step, Divisor.Reciprocal(v, TVector.Broadcast(Epsilon)), θ) : θ - step;
        }
    }
}
