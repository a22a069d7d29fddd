using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Adam and AdamW: moments m and v, their bias corrections.</summary>
/// <typeparam name="TLargest">Whether the largest v so far is kept and divides (AMSGrad).</typeparam>
internal sealed class AdamRule<TLargest>(ParameterLayout layout, double beta1, double beta2, double epsilon, WeightDecay decay)
    : ElementRule<AdamRule<TLargest>.Step>(layout, decay)
    where TLargest : struct, ISwitch
{
    private readonly IntegerPower _beta1 = new(beta1), _beta2 = new(beta2);

    protected override Step StepAt(long step, double learningRate) => new(
        Beta1: (float)beta1,
        Rest1: (float)(1 - beta1),
        Beta2: (float)beta2,
        Rest2: (float)(1 - beta2),
        Epsilon: (float)epsilon,
        StepSize: (float)(learningRate / (1 - _beta1.At(step))),
        Root: (float)double.Sqrt(1 - _beta2.At(step)));

    internal readonly record struct Step(float Beta1, float Rest1, float Beta2, float Rest2, float Epsilon, float StepSize, float Root) : IParameterStep
    {
        public static int Kept
        {
            [MethodImpl(MethodImplOptions.AggressiveInlining)]
            get => TLargest.IsOn ? 3 : 2;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector m, ref TVector v, ref TVector largest)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            m = (TVector.Broadcast(Beta1) * m) + (TVector.Broadcast(Rest1) * g);
            v = (TVector.Broadcast(Beta2) * v) + (TVector.Broadcast(Rest2) * g * g);
            TVector denominator = v;
            if (TLargest.IsOn)
                denominator = largest = TVector.Max(largest, v);
            denominator = (TVector.Sqrt(denominator) / TVector.Broadcast(Root)) + TVector.Broadcast(Epsilon);
            return θ - (TVector.Broadcast(StepSize) * (m / denominator));
        }
    }
}

/// <summary>Chooses the rule of Adam's family.</summary>
internal static class AdamRule
{
    public static UpdateRule Of(ParameterLayout layout, double beta1, double beta2, double epsilon, bool amsGrad, WeightDecay decay) => amsGrad
        ? new AdamRule<Switch.On>(layout, beta1, beta2, epsilon, decay)
        : new AdamRule<Switch.Off>(layout, beta1, beta2, epsilon, decay);
}
