using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Descent along a velocity b; see <see cref="SGD"/>.</summary>
internal sealed class MomentumRule(ParameterLayout layout, SGD settings) : ElementRule<MomentumRule.Step>(layout, new(settings.WeightDecay))
{
    // The first velocity is the gradient itself, undampened.
    protected override Step StepAt(long step, double learningRate) => new(
        Rate: (float)learningRate,
        Keep: step == 1 ? 0f : (float)settings.Momentum,
        Take: step == 1 ? 1f : (float)(1 - settings.Dampening),
        LookAhead: (float)settings.Momentum,
        LooksAhead: settings.Nesterov);

    internal readonly record struct Step(float Rate, float Keep, float Take, float LookAhead, bool LooksAhead) : IParameterStep
    {
        public static int Kept => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector b, ref TVector second, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            b = (TVector.Broadcast(Keep) * b) + (TVector.Broadcast(Take) * g);
            TVector direction = LooksAhead ? g + (TVector.Broadcast(LookAhead) * b) : b;
            return θ - (TVector.Broadcast(Rate) * direction);
        }
    }
}
