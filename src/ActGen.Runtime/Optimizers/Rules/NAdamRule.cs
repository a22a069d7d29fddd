using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="NAdam"/>: moments m and v, the momentum's product M in double.</summary>
internal sealed class NAdamRule(ParameterLayout layout, NAdam settings) : ElementRule<NAdamRule.Step>(layout, new(settings.WeightDecay))
{
    /// <summary>ln 0.96.</summary>
    private const double WarmUp = -0.04082199452025517;

    private double _product = 1;

    protected override Step StepAt(long step, double learningRate)
    {
        double now = Momentum(step), next = Momentum(step + 1);
        _product = (step == 1 ? 1 : _product) * now;
        double root = double.Sqrt(1 - IntegerPower.Of(settings.Beta2, step));
        return new(
            Beta1: (float)settings.Beta1,
            Rest1: (float)(1 - settings.Beta1),
            Beta2: (float)settings.Beta2,
            Rest2: (float)(1 - settings.Beta2),
            Epsilon: Divisor.Epsilon(settings.Epsilon, root),
            OfGradient: (float)(learningRate * (1 - now) / (1 - _product) * root),
            OfMoment: (float)(learningRate * next / (1 - (_product * next)) * root));
    }

    private double Momentum(long step) => settings.Beta1 * (1 - (0.5 * RealMath.Exp(WarmUp * step * settings.MomentumDecay)));

    internal readonly record struct Step(float Beta1, float Rest1, float Beta2, float Rest2, float Epsilon, float OfGradient, float OfMoment) : IParameterStep
    {
        public static int Kept => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector m, ref TVector v, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            m = Moment.Mean(TVector.Broadcast(Beta1), m, TVector.Broadcast(Rest1), g);
            v = Moment.MeanSquare(TVector.Broadcast(Beta2), v, TVector.Broadcast(Rest2), g);
            // Two steps, each rounded where the parameter is, as PyTorch takes them.
            TVector reciprocal = Divisor.Reciprocal(v, TVector.Broadcast(Epsilon));
            θ = TVector.NegatedMultiplyAdd(TVector.Broadcast(OfGradient) * g, reciprocal, θ);
            return TVector.NegatedMultiplyAdd(TVector.Broadcast(OfMoment) * m, reciprocal, θ);
        }
    }
}
