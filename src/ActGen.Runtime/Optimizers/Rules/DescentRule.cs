using ActGen.CompilerServices;

namespace ActGen;

/// <summary>θ ← θ − γ·g; see <see cref="SGD"/>.</summary>
internal sealed class DescentRule(ParameterLayout layout, SGD settings) : ElementRule<DescentRule.Step>(layout, new(settings.WeightDecay))
{
    protected override Step StepAt(long step, double learningRate) => new((float)learningRate);

    internal readonly record struct Step(float Rate) : IParameterStep
    {
        public static int Kept => 0;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector first, ref TVector second, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float> => θ - (TVector.Broadcast(Rate) * g);
    }
}
