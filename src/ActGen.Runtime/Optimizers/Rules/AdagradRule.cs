using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="Adagrad"/>: the sum s of squares.</summary>
internal sealed class AdagradRule : ElementRule<AdagradRule.Step>
{
    private readonly Adagrad _settings;

    public AdagradRule(ParameterLayout layout, Adagrad settings)
        : base(layout, new(settings.WeightDecay))
    {
        _settings = settings;
        First!.Span.Fill((float)settings.InitialAccumulator);
    }

    protected override Step StepAt(long step, double learningRate) =>
        new(Rate: (float)(learningRate / (1 + ((step - 1) * _settings.LearningRateDecay))), Epsilon: Divisor.Epsilon(_settings.Epsilon));

    internal readonly record struct Step(float Rate, float Epsilon) : IParameterStep
    {
        public static int Kept => 1;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector s, ref TVector second, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            s = TVector.MultiplyAdd(g, g, s);
            return TVector.NegatedMultiplyAdd(TVector.Broadcast(Rate) * g, Divisor.Reciprocal(s, TVector.Broadcast(Epsilon)), θ);
        }
    }
}
