using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="Lion"/>: mean gradient m.</summary>
internal sealed class LionRule(ParameterLayout layout, Lion settings) : ElementRule<LionRule.Step>(layout, new(settings.WeightDecay, IsDecoupled: true))
{
    protected override Step StepAt(long step, double learningRate) => new(
        Rate: (float)learningRate,
        Beta1: (float)settings.Beta1,
        Rest1: (float)(1 - settings.Beta1),
        Beta2: (float)settings.Beta2,
        Rest2: (float)(1 - settings.Beta2));

    internal readonly record struct Step(float Rate, float Beta1, float Rest1, float Beta2, float Rest2) : IParameterStep
    {
        public static int Kept => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector m, ref TVector second, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            TVector direction = (TVector.Broadcast(Beta1) * m) + (TVector.Broadcast(Rest1) * g);
            m = (TVector.Broadcast(Beta2) * m) + (TVector.Broadcast(Rest2) * g);
            return θ - (TVector.Broadcast(Rate) * VectorMath.Sign(direction));
        }
    }
}
