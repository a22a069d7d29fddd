using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="Adamax"/>: mean gradient m, largest recent gradient u.</summary>
internal sealed class AdamaxRule(ParameterLayout layout, Adamax settings) : ElementRule<AdamaxRule.Step>(layout, new(settings.WeightDecay))
{
    protected override Step StepAt(long step, double learningRate) => new(
        Beta1: (float)settings.Beta1,
        Rest1: (float)(1 - settings.Beta1),
        Beta2: (float)settings.Beta2,
        Epsilon: (float)settings.Epsilon,
        StepSize: (float)(learningRate / (1 - IntegerPower.Of(settings.Beta1, step))));

    internal readonly record struct Step(float Beta1, float Rest1, float Beta2, float Epsilon, float StepSize) : IParameterStep
    {
        public static int Kept => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector m, ref TVector u, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            m = Moment.Mean(TVector.Broadcast(Beta1), m, TVector.Broadcast(Rest1), g);
            u = TVector.Max(TVector.Broadcast(Beta2) * u, TVector.Abs(g) + TVector.Broadcast(Epsilon));
            return θ - (TVector.Broadcast(StepSize) * m / u);
        }
    }
}
