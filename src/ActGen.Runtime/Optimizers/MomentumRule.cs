using System.Runtime.InteropServices;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Descent along a velocity b; see <see cref="SGD"/>.</summary>
internal sealed class MomentumRule(SGD settings, int parameterCount) : UpdateRule
{
    private readonly AlignedBuffer _velocity = new(parameterCount);
    private float _rate;
    private float _keep;
    private float _take;

    public override void Begin(long step, double learningRate)
    {
        _rate = (float)learningRate;
        // The first velocity is the gradient itself, undampened.
        _keep = step == 1 ? 0f : (float)settings.Momentum;
        _take = step == 1 ? 1f : (float)(1 - settings.Dampening);
    }

    public override void Apply(Span<float> parameters, ReadOnlySpan<float> gradients, int start, bool decays)
    {
        var kernel = new Kernel
        {
            Parameters = parameters,
            Gradients = gradients,
            Velocity = _velocity.Span.Slice(start, parameters.Length),
            Rate = _rate,
            Keep = _keep,
            Take = _take,
            LookAhead = settings.Nesterov ? (float)settings.Momentum : 0f,
            Decay = decays ? (float)settings.WeightDecay : 0f,
        };
        VectorWidth.Run<Kernel, float>(ref kernel);
    }

    private ref struct Kernel : IVectorKernel<float>
    {
        public required Span<float> Parameters;
        public required ReadOnlySpan<float> Gradients;
        public required Span<float> Velocity;
        public required float Rate;
        public required float Keep;
        public required float Take;
        public required float LookAhead;
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
            ref float velocity = ref MemoryMarshal.GetReference(Velocity);
            nuint length = (nuint)Parameters.Length;
            TVector rate = TVector.Broadcast(Rate);
            TVector keep = TVector.Broadcast(Keep);
            TVector take = TVector.Broadcast(Take);
            TVector lookAhead = TVector.Broadcast(LookAhead);
            TVector decay = TVector.Broadcast(Decay);
            TVector smallest = TVector.Broadcast(SmallestMoment);
            bool decays = Decay != 0;
            bool looksAhead = LookAhead != 0;
            for (; i + (nuint)TVector.Count <= length; i += (nuint)TVector.Count)
            {
                TVector θ = TVector.Load(in parameters, i);
                TVector g = TVector.Load(in gradients, i);
                if (decays)
                    g += decay * θ;
                TVector b = (keep * TVector.Load(in velocity, i)) + (take * g);
                TVector.Store(TVector.Select(TVector.GreaterThan(smallest, TVector.Abs(b)), TVector.Zero, b), ref velocity, i);
                TVector direction = looksAhead ? g + (lookAhead * b) : b;
                TVector.Store(θ - (rate * direction), ref parameters, i);
            }
            return i;
        }
    }
}
