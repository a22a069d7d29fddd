using ActGen.CompilerServices;

namespace ActGen;

/// <summary>RMSprop: second moment v.</summary>
/// <typeparam name="TMoves">Whether there is a velocity b.</typeparam>
/// <typeparam name="TCentered">Whether there is a mean gradient ḡ.</typeparam>
internal sealed class RMSpropRule<TMoves, TCentered>(ParameterLayout layout, RMSprop settings)
    : ElementRule<RMSpropRule<TMoves, TCentered>.Step>(layout, new(settings.WeightDecay))
    where TMoves : struct, ISwitch
    where TCentered : struct, ISwitch
{
    protected override Step StepAt(long step, double learningRate) => new(
        Rate: (float)learningRate,
        Alpha: (float)settings.Alpha,
        Rest: (float)(1 - settings.Alpha),
        Epsilon: Divisor.Epsilon(settings.Epsilon),
        Momentum: (float)settings.Momentum);

    internal readonly record struct Step(float Rate, float Alpha, float Rest, float Epsilon, float Momentum) : IParameterStep
    {
        public static int Kept
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => 1 + (TMoves.IsOn ? 1 : 0) + (TCentered.IsOn ? 1 : 0);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector v, ref TVector second, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            // With both options the velocity is the second and the mean the third.
            TVector alpha = TVector.Broadcast(Alpha), rest = TVector.Broadcast(Rest);
            v = Moment.MeanSquare(alpha, v, rest, g);
            TVector variance = v;
            if (TCentered.IsOn)
            {
                TVector mean = Moment.Mean(alpha, TMoves.IsOn ? third : second, rest, g);
                if (TMoves.IsOn)
                    third = mean;
                else
                    second = mean;
                // Rounding can leave the difference a little below 0, where the root would be NaN.
                variance = TVector.Max(TVector.NegatedMultiplyAdd(mean, mean, v), TVector.Zero);
            }
            TVector reciprocal = Divisor.Reciprocal(variance, TVector.Broadcast(Epsilon));
            if (!TMoves.IsOn)
                return TVector.NegatedMultiplyAdd(TVector.Broadcast(Rate) * g, reciprocal, θ);
            second = TVector.MultiplyAdd(TVector.Broadcast(Momentum), second, g * reciprocal);
            return TVector.NegatedMultiplyAdd(TVector.Broadcast(Rate), second, θ);
        }
    }
}

/// <summary>Chooses the rule of RMSprop's options.</summary>
internal static class RMSpropRule
{
    public static UpdateRule Of(ParameterLayout layout, RMSprop settings) => (settings.Momentum > 0, settings.Centered) switch
    {
        (false, false) => new RMSpropRule<Switch.Off, Switch.Off>(layout, settings),
        (true, false) => new RMSpropRule<Switch.On, Switch.Off>(layout, settings),
        (false, true) => new RMSpropRule<Switch.Off, Switch.On>(layout, settings),
        _ => new RMSpropRule<Switch.On, Switch.On>(layout, settings),
    };
}
