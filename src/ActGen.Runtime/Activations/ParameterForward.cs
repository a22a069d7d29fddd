using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>y = f(x), f with a few parameters and nothing kept: as <see cref="PlainForward{T, TActivation}"/>, with a vector of each parameter.</summary>
/// <typeparam name="T">The scalar.</typeparam>
/// <typeparam name="TActivation">f.</typeparam>
/// <param name="source">The first x.</param>
/// <param name="destination">The first y; may be x itself.</param>
/// <param name="length">How many.</param>
/// <param name="parameters">The first parameter.</param>
internal readonly ref struct ParameterForward<T, TActivation>(ref readonly T source, ref T destination, int length, ref readonly T parameters) : IVectorKernel<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    /// <summary>Parameters at most.</summary>
    public const int Most = 4;

    private readonly ref readonly T _source = ref source;
    private readonly ref T _destination = ref destination;
    private readonly int _length = length;
    private readonly ref readonly T _parameters = ref parameters;

    [SkipLocalsInit]
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Run<TVector>()
        where TVector : unmanaged, ISimd<TVector, T>
    {
        // How many there are is a constant, and so is their place: a stackalloc would be neither.
        Unsafe.SkipInit(out Vectors<TVector> vectors);
        for (int i = 0; i < TActivation.ParameterDefaults.Length; i++)
            vectors[i] = TVector.Broadcast(Unsafe.Add(ref Unsafe.AsRef(in _parameters), i));
        VectorLoop.MapAlone<T, TVector, ActivationForward<TActivation, TVector>>(
            MemoryMarshal.CreateReadOnlySpan(in _source, _length), MemoryMarshal.CreateSpan(ref _destination, _length), new(vectors[..TActivation.ParameterDefaults.Length]));
    }

    [InlineArray(Most)]
    private struct Vectors<TVector>
        where TVector : unmanaged
    {
        private TVector _first;
    }
}
