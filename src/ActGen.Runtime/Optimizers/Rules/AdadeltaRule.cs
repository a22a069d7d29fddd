using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The equations of <see cref="Adadelta"/>: mean squares v of the gradients and u of the steps.</summary>
internal sealed class AdadeltaRule(ParameterLayout layout, Adadelta settings) : ElementRule<AdadeltaRule.Step>(layout, new(settings.WeightDecay))
{
    protected override Step StepAt(long step, double learningRate) =>
        new(Rate: (float)learningRate, Rho: (float)settings.Rho, Rest: (float)(1 - settings.Rho), Epsilon: Divisor.Epsilon(settings.Epsilon));

    internal readonly record struct Step(float Rate, float Rho, float Rest, float Epsilon) : IParameterStep
    {
        public static int Kept => 2;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply<TVector>(TVector θ, TVector g, ref TVector v, ref TVector u, ref TVector third)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            TVector rho = TVector.Broadcast(Rho), rest = TVector.Broadcast(Rest), epsilon = TVector.Broadcast(Epsilon);
            v = Moment.MeanSquare(rho, v, rest, g);
            TVector delta = TVector.Sqrt(u + epsilon) * TVector.Reciprocal(TVector.Sqrt(v + epsilon)) * g;
            u = Moment.MeanSquare(rho, u, rest, delta);
            return TVector.NegatedMultiplyAdd(TVector.Broadcast(Rate), delta, θ);
        }
    }
}
