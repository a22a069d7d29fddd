using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Adam and AdamW: moments m and v, their bias corrections.</summary>
/// <typeparam name="TLargest">Whether the largest v so far is kept and divides (AMSGrad).</typeparam>
internal sealed class AdamRule<TLargest>(ParameterLayout layout, double beta1, double beta2, double epsilon, WeightDecay decay)
    : ElementRule<AdamRule<TLargest>.Step>(layout, decay)
    where TLargest : struct, ISwitch
{
    private readonly IntegerPower _beta1 = new(beta1), _beta2 = new(beta2);

    // γ'·m/(√v/c + ε) as γ'c·m/(√v + cε).
    protected override Step StepAt(long step, double learningRate)
    {
        double root = double.Sqrt(1 - _beta2.At(step));
        return new(
            Beta1: (float)beta1,
            Rest1: (float)(1 - beta1),
            Beta2: (float)beta2,
            Rest2: (float)(1 - beta2),
            Epsilon: Divisor.Epsilon(epsilon, root),
            StepSize: (float)(learningRate / (1 - _beta1.At(step)) * root));
    }

    internal readonly record struct Step(float Beta1, float Rest1, float Beta2, float Rest2, float Epsilon, float StepSize) : IParameterStep
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
            m = Moment.Mean(TVector.Broadcast(Beta1), m, TVector.Broadcast(Rest1), g);
            v = Moment.MeanSquare(TVector.Broadcast(Beta2), v, TVector.Broadcast(Rest2), g);
            TVector square = v;
            if (TLargest.IsOn)
                square = largest = TVector.Max(largest, v);
            return TVector.NegatedMultiplyAdd(TVector.Broadcast(StepSize) * m, Divisor.Reciprocal(square, TVector.Broadcast(Epsilon)), θ);
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
