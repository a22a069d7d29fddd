using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>A function of one element over spans.</summary>
/// <remarks>The fields are few and no spans: the JIT keeps them in registers.</remarks>
/// <typeparam name="TFunction">The function.</typeparam>
internal readonly ref struct FunctionKernel<TFunction> : IVectorKernel<float>
    where TFunction : struct, IVectorFunction
{
    private readonly ref float _source, _destination;
    private readonly int _length;

    private FunctionKernel(ref float source, ref float destination, int length)
    {
        _source = ref source;
        _destination = ref destination;
        _length = length;
    }

    /// <summary>destination[i] = f(source[i]).</summary>
    /// <exception cref="ArgumentException">The spans do not fit together.</exception>
    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    public static void Run(ReadOnlySpan<float> source, Span<float> destination)
    {
        destination = ElementwiseArguments.Destination(source, destination);
        VectorWidth.Run<FunctionKernel<TFunction>, float>(new FunctionKernel<TFunction>(ref MemoryMarshal.GetReference(source), ref MemoryMarshal.GetReference(destination), source.Length));
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    void IVectorKernel<float>.Run<TVector>() =>
        VectorLoop.MapAlone<float, TVector, Map<TVector>>(MemoryMarshal.CreateReadOnlySpan(ref _source, _length), MemoryMarshal.CreateSpan(ref _destination, _length), default);

    private readonly struct Map<TVector> : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => TFunction.Invoke(x);
    }
}
