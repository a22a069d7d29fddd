using System.Runtime.InteropServices;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Adam and AdamW: moments m and v, their bias corrections, one sweep.</summary>
internal sealed class AdamRule(double beta1, double beta2, double epsilon, double weightDecay, bool decoupled, int parameterCount) : UpdateRule
{
    private readonly AlignedBuffer _first = new(parameterCount);
    private readonly AlignedBuffer _second = new(parameterCount);
    private float _stepSize;
    private float _root;
    private float _shrink;

    public override void Begin(long step, double learningRate)
    {
        _stepSize = (float)(learningRate / (1 - IntegerPower.Of(beta1, step)));
        _root = (float)double.Sqrt(1 - IntegerPower.Of(beta2, step));
        _shrink = (float)(1 - (learningRate * weightDecay));
    }

    public override void Apply(Span<float> parameters, ReadOnlySpan<float> gradients, int start, bool decays)
    {
        var kernel = new Kernel
        {
            Parameters = parameters,
            Gradients = gradients,
            First = _first.Span.Slice(start, parameters.Length),
            Second = _second.Span.Slice(start, parameters.Length),
            Beta1 = (float)beta1,
            Rest1 = (float)(1 - beta1),
            Beta2 = (float)beta2,
            Rest2 = (float)(1 - beta2),
            Epsilon = (float)epsilon,
            StepSize = _stepSize,
            Root = _root,
            Shrink = decays && decoupled ? _shrink : 1f,
            Decay = decays && !decoupled ? (float)weightDecay : 0f,
        };
        VectorWidth.Run<Kernel, float>(ref kernel);
    }

    private ref struct Kernel : IVectorKernel<float>
    {
        public required Span<float> Parameters;
        public required ReadOnlySpan<float> Gradients;
        public required Span<float> First;
        public required Span<float> Second;
        public required float Beta1;
        public required float Rest1;
        public required float Beta2;
        public required float Rest2;
        public required float Epsilon;
        public required float StepSize;
        public required float Root;
        public required float Shrink;
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
            ref float first = ref MemoryMarshal.GetReference(First);
            ref float second = ref MemoryMarshal.GetReference(Second);
            nuint length = (nuint)Parameters.Length;
            TVector beta1 = TVector.Broadcast(Beta1);
            TVector rest1 = TVector.Broadcast(Rest1);
            TVector beta2 = TVector.Broadcast(Beta2);
            TVector rest2 = TVector.Broadcast(Rest2);
            TVector epsilon = TVector.Broadcast(Epsilon);
            TVector stepSize = TVector.Broadcast(StepSize);
            TVector root = TVector.Broadcast(Root);
            TVector shrink = TVector.Broadcast(Shrink);
            TVector decay = TVector.Broadcast(Decay);
            TVector smallest = TVector.Broadcast(SmallestMoment);
            bool decays = Decay != 0;
            for (; i + (nuint)TVector.Count <= length; i += (nuint)TVector.Count)
            {
                TVector θ = TVector.Load(in parameters, i);
                TVector g = TVector.Load(in gradients, i);
                if (decays)
                    g += decay * θ;
                TVector m = (beta1 * TVector.Load(in first, i)) + (rest1 * g);
                TVector v = (beta2 * TVector.Load(in second, i)) + (rest2 * g * g);
                // What is kept is flushed, what this step uses is not: a flushed v would be a division by 0 where ε is.
                // "Smaller than" is false for NaN, so NaN stays visible.
                TVector.Store(TVector.Select(TVector.GreaterThan(smallest, TVector.Abs(m)), TVector.Zero, m), ref first, i);
                TVector.Store(TVector.Select(TVector.GreaterThan(smallest, v), TVector.Zero, v), ref second, i);
                TVector denominator = (TVector.Sqrt(v) / root) + epsilon;
                TVector.Store((θ * shrink) - (stepSize * (m / denominator)), ref parameters, i);
            }
            return i;
        }
    }
}
