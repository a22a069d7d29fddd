using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>y = f(x), f without parameters and nothing kept. The fields are few and no spans: the JIT keeps them in registers.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <typeparam name="TActivation">f.</typeparam>
/// <param name="source">The first x.</param>
/// <param name="destination">The first y; may be x itself.</param>
/// <param name="length">How many.</param>
internal readonly ref struct PlainForward<T, TActivation>(ref readonly T source, ref T destination, int length) : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    private readonly ref readonly T _source = ref source;
    private readonly ref T _destination = ref destination;
    private readonly int _length = length;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T> =>
        VectorLoop.MapAlone<T, TVector, ActivationForward<TActivation, TVector>>(MemoryMarshal.CreateReadOnlySpan(in _source, _length), MemoryMarshal.CreateSpan(ref _destination, _length), new([]));
}
