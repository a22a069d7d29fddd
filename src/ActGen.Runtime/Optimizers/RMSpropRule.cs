using System.Runtime.InteropServices;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>RMSprop with its options: second moment v, mean gradient ḡ when centred, velocity b with momentum.</summary>
internal sealed class RMSpropRule(RMSprop settings, int parameterCount) : UpdateRule
{
    private readonly AlignedBuffer _second = new(parameterCount);
    private readonly AlignedBuffer? _mean = settings.Centered ? new(parameterCount) : null;
    private readonly AlignedBuffer? _velocity = settings.Momentum > 0 ? new(parameterCount) : null;
    private float _rate;

    public override void Begin(long step, double learningRate) => _rate = (float)learningRate;

    public override void Apply(Span<float> parameters, ReadOnlySpan<float> gradients, int start, bool decays)
    {
        var kernel = new Kernel
        {
            Parameters = parameters,
            Gradients = gradients,
            Second = _second.Span.Slice(start, parameters.Length),
            Mean = _mean is null ? default : _mean.Span.Slice(start, parameters.Length),
            Velocity = _velocity is null ? default : _velocity.Span.Slice(start, parameters.Length),
            Rate = _rate,
            Alpha = (float)settings.Alpha,
            Rest = (float)(1 - settings.Alpha),
            Epsilon = (float)settings.Epsilon,
            Momentum = (float)settings.Momentum,
            Decay = decays ? (float)settings.WeightDecay : 0f,
        };
        VectorWidth.Run<Kernel, float>(ref kernel);
    }

    private ref struct Kernel : IVectorKernel<float>
    {
        public required Span<float> Parameters;
        public required ReadOnlySpan<float> Gradients;
        public required Span<float> Second;
        public required Span<float> Mean;
        public required Span<float> Velocity;
        public required float Rate;
        public required float Alpha;
        public required float Rest;
        public required float Epsilon;
        public required float Momentum;
        public required float Decay;

        [MethodImpl(MethodImplOptions.AggressiveOptimization)]
        public void Run<TVector>()
            where TVector : unmanaged, ISimd<TVector, float>
        {
            nuint done = Sweep<TVector>(0);
            Sweep<SimdScalar<float>>(done);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private nuint Sweep<TVector>(nuint i)
            where TVector : unmanaged, ISimd<TVector, float>
        {
            ref float parameters = ref MemoryMarshal.GetReference(Parameters);
            ref float gradients = ref MemoryMarshal.GetReference(Gradients);
            ref float second = ref MemoryMarshal.GetReference(Second);
            ref float mean = ref MemoryMarshal.GetReference(Mean);
            ref float velocity = ref MemoryMarshal.GetReference(Velocity);
            nuint length = (nuint)Parameters.Length;
            TVector rate = TVector.Broadcast(Rate);
            TVector alpha = TVector.Broadcast(Alpha);
            TVector rest = TVector.Broadcast(Rest);
            TVector epsilon = TVector.Broadcast(Epsilon);
            TVector momentum = TVector.Broadcast(Momentum);
            TVector decay = TVector.Broadcast(Decay);
            TVector smallest = TVector.Broadcast(SmallestMoment);
            bool decays = Decay != 0;
            bool centered = !Mean.IsEmpty;
            bool moves = !Velocity.IsEmpty;
            for (; i + (nuint)TVector.Count <= length; i += (nuint)TVector.Count)
            {
                TVector θ = TVector.Load(in parameters, i);
                TVector g = TVector.Load(in gradients, i);
                if (decays)
                    g += decay * θ;
                // What is kept is flushed, what this step uses is not: a flushed v would be a division by 0 where ε is.
                TVector v = (alpha * TVector.Load(in second, i)) + (rest * g * g);
                TVector.Store(Flush(v, smallest), ref second, i);
                TVector variance = v;
                if (centered)
                {
                    TVector average = (alpha * TVector.Load(in mean, i)) + (rest * g);
                    TVector.Store(Flush(average, smallest), ref mean, i);
                    // Rounding can leave the difference a little below 0, where the root would be NaN.
                    variance = TVector.Max(v - (average * average), TVector.Zero);
                }
                TVector direction = g / (TVector.Sqrt(variance) + epsilon);
                if (moves)
                {
                    direction = (momentum * TVector.Load(in velocity, i)) + direction;
                    TVector.Store(Flush(direction, smallest), ref velocity, i);
                }
                TVector.Store(θ - (rate * direction), ref parameters, i);
            }
            return i;
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        private static TVector Flush<TVector>(TVector moment, TVector smallest)
            where TVector : unmanaged, ISimd<TVector, float> =>
            TVector.Select(TVector.GreaterThan(smallest, TVector.Abs(moment)), TVector.Zero, moment);
    }
}
