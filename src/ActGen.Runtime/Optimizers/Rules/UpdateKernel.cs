using System.Runtime.InteropServices;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>The one sweep of all element-wise optimizers: decay, the step, what is kept.</summary>
/// <typeparam name="TStep">The equations.</typeparam>
/// <typeparam name="TDecay">The kind of decay.</typeparam>
internal ref struct UpdateKernel<TStep, TDecay> : IVectorKernel<float>
    where TStep : struct, IParameterStep
    where TDecay : struct, IDecay
{
    /// <summary>The smallest normal float, 2⁻¹²⁶. What is kept becomes +0 below it: denormals of dead units would cost 35–50 µs a step.</summary>
    private const float SmallestMoment = 1.17549435e-38f;

    public required Span<float> Parameters;
    public required ReadOnlySpan<float> Gradients;
    public required Span<float> First;
    public required Span<float> Second;
    public required Span<float> Third;
    public required TStep Step;

    /// <summary>The factor of the decay.</summary>
    public required float Decay;

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, float>
    {
        nuint done = Sweep<TVector>(0);
        Sweep<SimdScalar<float>>(done);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private readonly nuint Sweep<TVector>(nuint i)
        where TVector : unmanaged, ISimd<TVector, float>
    {
        ref float parameters = ref MemoryMarshal.GetReference(Parameters);
        ref float gradients = ref MemoryMarshal.GetReference(Gradients);
        ref float firsts = ref MemoryMarshal.GetReference(First);
        ref float seconds = ref MemoryMarshal.GetReference(Second);
        ref float thirds = ref MemoryMarshal.GetReference(Third);
        nuint length = (nuint)Parameters.Length;
        TVector decay = TVector.Broadcast(Decay), first = TVector.Zero, second = TVector.Zero, third = TVector.Zero;
        // Asked once: each question is a call that the JIT must inline, and it inlines only so many in one method.
        int kept = TStep.Kept;
        for (; i + (nuint)TVector.Count <= length; i += (nuint)TVector.Count)
        {
            TVector θ = TVector.Load(in parameters, i), g = TVector.Load(in gradients, i);
            TDecay.Apply(ref θ, ref g, decay);
            if (kept >= 1)
                first = TVector.Load(in firsts, i);
            if (kept >= 2)
                second = TVector.Load(in seconds, i);
            if (kept >= 3)
                third = TVector.Load(in thirds, i);
            TVector.Store(Step.Apply(θ, g, ref first, ref second, ref third), ref parameters, i);
            if (kept >= 1)
                TVector.Store(Flushed(first), ref firsts, i);
            if (kept >= 2)
                TVector.Store(Flushed(second), ref seconds, i);
            if (kept >= 3)
                TVector.Store(Flushed(third), ref thirds, i);
        }
        return i;
    }

    /// <summary>"Smaller than" is false for NaN, so NaN stays visible.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TVector Flushed<TVector>(TVector kept)
        where TVector : unmanaged, ISimd<TVector, float> =>
        TVector.Select(TVector.GreaterThan(TVector.Broadcast(SmallestMoment), TVector.Abs(kept)), TVector.Zero, kept);
}
