using System.Numerics;
using System.Runtime.CompilerServices;
using ActGen.CompilerServices;

namespace ActGen.Ulp;

/// <summary>A vector function; its name begins small, as the activation of the same function does not.</summary>
internal sealed class FunctionSubject<TFunction>(double promise) : Subject(char.ToLowerInvariant(typeof(TFunction).Name[0]) + typeof(TFunction).Name[1..], promise)
    where TFunction : struct, IVectorFunction
{
    public override void Measured(ReadOnlySpan<float> x, Span<float> y) => Run<float, Simd512<float>>(x, y);

    public override void Reference(ReadOnlySpan<double> x, Span<double> y) => Run<double, Simd512<double>>(x, y);

    private static void Run<T, TVector>(ReadOnlySpan<T> x, Span<T> y)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
        where TVector : unmanaged, ISimd<TVector, T> => VectorLoop.Map<T, TVector, Map<TVector>>(x, y, default);

    private readonly struct Map<TVector> : IVectorMap<TVector>
        where TVector : unmanaged, ISimd<TVector>
    {
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public TVector Apply(TVector x) => TFunction.Invoke(x);
    }
}
