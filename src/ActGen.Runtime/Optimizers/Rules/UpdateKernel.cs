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
    /// <summary>How far ahead, in floats, lines are asked for: the processor's own prefetches bring them into the second cache, and fewer vectors are under way at once than it takes from there.</summary>
    private const int Ahead = 64;

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
        // Asked before the loops are compiled, in which it is a constant then.
        _ = Processor.DividesSlowly;
        nuint length = (nuint)Parameters.Length, whole = length - (length % (nuint)TVector.Count);
        if (whole > 0)
            WholeVectors<TVector>(whole);
        if (whole < length)
            End<TVector>(whole, (int)(length - whole));
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private unsafe void WholeVectors<TVector>(nuint length)
        where TVector : unmanaged, ISimd<TVector, float>
    {
        TVector decay = TVector.Broadcast(Decay);
        // Asked once: each question is a call that the JIT must inline, and it inlines only so many in one method.
        int kept = TStep.Kept;
        fixed (float* parameters = &MemoryMarshal.GetReference(Parameters), gradients = &MemoryMarshal.GetReference(Gradients))
        fixed (float* firsts = &MemoryMarshal.GetReference(First), seconds = &MemoryMarshal.GetReference(Second), thirds = &MemoryMarshal.GetReference(Third))
        {
            for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            {
                // Steps of little arithmetic have vectors enough under way, and asking would take longer.
                if (kept >= 2)
                {
                    Prefetch.Line(parameters + i + Ahead);
                    Prefetch.Line(gradients + i + Ahead);
                    Prefetch.Line(firsts + i + Ahead);
                    Prefetch.Line(seconds + i + Ahead);
                    if (kept >= 3)
                        Prefetch.Line(thirds + i + Ahead);
                }
                Update(ref Step, decay, kept, TVector.Count, parameters + i, gradients + i, firsts + i, seconds + i, thirds + i);
            }
        }
    }

    /// <summary>What is left is a vector of which only the first lanes are parameters.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private unsafe void End<TVector>(nuint i, int lanes)
        where TVector : unmanaged, ISimd<TVector, float>
    {
        fixed (float* parameters = &MemoryMarshal.GetReference(Parameters), gradients = &MemoryMarshal.GetReference(Gradients))
        fixed (float* firsts = &MemoryMarshal.GetReference(First), seconds = &MemoryMarshal.GetReference(Second), thirds = &MemoryMarshal.GetReference(Third))
            Update(ref Step, TVector.Broadcast(Decay), TStep.Kept, lanes, parameters + i, gradients + i, firsts + i, seconds + i, thirds + i);
    }

    /// <summary>One vector. What is kept becomes +0 below the smallest normal number: denormals of dead units would cost 35–50 µs a step.</summary>
    /// <remarks>The step is passed by reference: of a copy each scalar would be loaded and then broadcast, of the original it is one operation.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static unsafe void Update<TVector>(ref TStep step, TVector decay, int kept, int lanes, float* parameters, float* gradients, float* firsts, float* seconds, float* thirds)
        where TVector : unmanaged, ISimd<TVector, float>
    {
        TVector θ = RowVector<float, TVector>.Load(parameters, lanes), g = RowVector<float, TVector>.Load(gradients, lanes);
        TVector first = TVector.Zero, second = TVector.Zero, third = TVector.Zero;
        TDecay.Apply(ref θ, ref g, decay);
        if (kept >= 1)
            first = RowVector<float, TVector>.Load(firsts, lanes);
        if (kept >= 2)
            second = RowVector<float, TVector>.Load(seconds, lanes);
        if (kept >= 3)
            third = RowVector<float, TVector>.Load(thirds, lanes);
        RowVector<float, TVector>.Store(step.Apply(θ, g, ref first, ref second, ref third), parameters, lanes);
        if (kept >= 1)
            RowVector<float, TVector>.Store(TVector.NormalOrZero(first), firsts, lanes);
        if (kept >= 2)
            RowVector<float, TVector>.Store(TVector.NormalOrZero(second), seconds, lanes);
        if (kept >= 3)
            RowVector<float, TVector>.Store(TVector.NormalOrZero(third), thirds, lanes);
    }
}
