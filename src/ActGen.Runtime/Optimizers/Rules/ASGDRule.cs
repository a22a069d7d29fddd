using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="ASGD"/>.</summary>
internal sealed class ASGDRule(ParameterLayout layout, ASGD settings) : ElementRule<ASGDRule.Step>(layout, new(settings.WeightDecay))
{
    protected override Step StepAt(long step, double learningRate)
    {
        double rate = learningRate / RealMath.Power(1 + (settings.Decay * learningRate * (step - 1)), settings.Power);
        return new((float)rate, (float)(1 - (settings.Decay * rate)));
    }

    internal readonly record struct Step(float Rate, float Shrink) : IParameterStep
    {
        public static int Kept => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector first, ref TVector second, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float> => (TVector.Broadcast(Shrink) * θ) - (TVector.Broadcast(Rate) * g);
    }
}
