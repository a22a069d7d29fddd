using System.Runtime.InteropServices;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>θ ← θ − γ(g + λθ).</summary>
internal sealed class PlainDescentRule(SGD settings) : UpdateRule
{
    private float _rate;

    public override void Begin(long step, double learningRate) => _rate = (float)learningRate;

    public override void Apply(Span<float> parameters, ReadOnlySpan<float> gradients, int start, bool decays)
    {
        var kernel = new Kernel(parameters, gradients, _rate, decays ? (float)settings.WeightDecay : 0f);
        VectorWidth.Run<Kernel, float>(ref kernel);
    }

    private readonly ref struct Kernel(Span<float> parameters, ReadOnlySpan<float> gradients, float rate, float decay) : IVectorKernel<float>
    {
        private readonly Span<float> _parameters = parameters;
        private readonly ReadOnlySpan<float> _gradients = gradients;
        private readonly float _rate = rate;
        private readonly float _decay = decay;

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
            ref float parameters = ref MemoryMarshal.GetReference(_parameters);
            ref float gradients = ref MemoryMarshal.GetReference(_gradients);
            nuint length = (nuint)_parameters.Length;
            TVector rate = TVector.Broadcast(_rate);
            TVector decay = TVector.Broadcast(_decay);
            bool decays = _decay != 0;
            for (; i + (nuint)TVector.Count <= length; i += (nuint)TVector.Count)
            {
                TVector θ = TVector.Load(in parameters, i);
                TVector g = TVector.Load(in gradients, i);
                if (decays)
                    g += decay * θ;
                TVector.Store(θ - (rate * g), ref parameters, i);
            }
            return i;
        }
    }
}
