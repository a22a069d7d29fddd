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
        return new(
            Beta1: (float)settings.Beta1,
            Rest1: (float)(1 - settings.Beta1),
            Beta2: (float)settings.Beta2,
            Rest2: (float)(1 - settings.Beta2),
            Epsilon: (float)settings.Epsilon,
            Rate: (float)learningRate,
            Correction1: (float)(1 - IntegerPower.Of(settings.Beta1, step)),
            Root: (float)double.Sqrt(correction),
            Rectification: isKnown ? (float)double.Sqrt((length - 4) * (length - 2) * longest / ((longest - 4) * (longest - 2) * length)) : 0,
            IsRectified: isKnown);
    }

    internal readonly record struct Step(float Beta1, float Rest1, float Beta2, float Rest2, float Epsilon, float Rate, float Correction1, float Root, float Rectification, bool IsRectified) : IParameterStep
    {
        public static int Kept => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector m, ref TVector v, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            m = (TVector.Broadcast(Beta1) * m) + (TVector.Broadcast(Rest1) * g);
            v = (TVector.Broadcast(Beta2) * v) + (TVector.Broadcast(Rest2) * g * g);
            TVector step = m / TVector.Broadcast(Correction1) * TVector.Broadcast(Rate);
            if (IsRectified)
                step = step * (TVector.Broadcast(Root) / (TVector.Sqrt(v) + TVector.Broadcast(Epsilon))) * TVector.Broadcast(Rectification);
            return θ - step;
        }
    }
}
