using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="Rprop"/>: the last gradient that was followed, and the step sizes.</summary>
internal sealed class RpropRule(ParameterLayout layout, Rprop settings) : ElementRule<RpropRule.Step>(layout, default)
{
    protected override Step StepAt(long step, double learningRate)
    {
        if (step == 1)
            Second!.Span.Fill((float)learningRate);
        return new((float)settings.Shrink, (float)settings.Grow, (float)settings.SmallestStep, (float)settings.LargestStep);
    }

    internal readonly record struct Step(float Shrink, float Grow, float Smallest, float Largest) : IParameterStep
    {
        public static int Kept => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector last, ref TVector size, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            TVector agreement = g * last;
            TVector turned = TVector.GreaterThan(TVector.Zero, agreement), kept = TVector.GreaterThan(agreement, TVector.Zero);
            size *= TVector.Select(turned, TVector.Broadcast(Shrink), TVector.Select(kept, TVector.Broadcast(Grow), TVector.Constant(1)));
            size = TVector.Min(TVector.Max(size, TVector.Broadcast(Smallest)), TVector.Broadcast(Largest));
            // After a turn the parameter waits for one step.
            last = TVector.Select(turned, TVector.Zero, g);
            return θ - (VectorMath.Sign(last) * size);
        }
    }
}
