using System.Numerics;
using System.Runtime.InteropServices;

namespace ActGen.CompilerServices;

/// <summary>A formula some of whose parameters differ from element to element: learned for each channel, or random.</summary>
internal static unsafe class VaryingLoop<T, TVector>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TVector : unmanaged, ISimd<TVector, T>
{
    /// <summary>destination[i] = map(x[i], parameters at i).</summary>
    /// <param name="x">The elements.</param>
    /// <param name="destination">May be <paramref name="x"/> itself.</param>
    /// <param name="varying">Values of the varying parameters, one list of <paramref name="stride"/> elements behind the other.</param>
    /// <param name="stride">Elements from one parameter's list to the next.</param>
    /// <param name="mask">Which parameters vary, one bit each.</param>
    /// <param name="parameters">All parameters; the varying ones are overwritten.</param>
    /// <param name="map">The function.</param>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public static void Map<TMap>(ReadOnlySpan<T> x, Span<T> destination, ReadOnlySpan<T> varying, int stride, uint mask, Span<TVector> parameters, TMap map)
        where TMap : struct, IParametricMap<TVector>
    {
        if (x.Length > 0)
            Sweep(ref MemoryMarshal.GetReference(x), ref MemoryMarshal.GetReference(destination), ref MemoryMarshal.GetReference(varying), (nuint)stride, (nuint)x.Length, mask, parameters, map);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]
    private static void Sweep<TMap>(ref T source, ref T destination, ref T varying, nuint stride, nuint length, uint mask, Span<TVector> parameters, TMap map)
        where TMap : struct, IParametricMap<TVector>
    {
        fixed (T* x = &source, y = &destination, lists = &varying)
        {
            for (nuint i = 0; i < length; i += (nuint)TVector.Count)
            {
                int count = RowVector<T, TVector>.Lanes(length - i);
                T* list = lists + i;
                for (uint left = mask; left != 0; left &= left - 1, list += stride)
                    parameters[BitOperations.TrailingZeroCount(left)] = RowVector<T, TVector>.Load(list, count);
                RowVector<T, TVector>.Store(map.Apply(RowVector<T, TVector>.Load(x + i, count), parameters), y + i, count);
            }
        }
    }
}

/// <summary>A function of an element and of parameters that may be others at each element.</summary>
/// <typeparam name="TVector">The width.</typeparam>
internal interface IParametricMap<TVector>
    where TVector : unmanaged, ISimd<TVector>
{
    /// <summary>The value at each lane.</summary>
    TVector Apply(TVector x, ReadOnlySpan<TVector> parameters);
}

/// <summary>f(x; p).</summary>
internal readonly struct ParametricForward<TActivation, TVector> : IParametricMap<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x, ReadOnlySpan<TVector> parameters) => TActivation.Forward<TVector, Accurate>(x, parameters);
}

/// <summary>f′(x; p).</summary>
internal readonly struct ParametricDerivative<TActivation, TVector> : IParametricMap<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x, ReadOnlySpan<TVector> parameters) => TActivation.Derivative<TVector, Accurate>(x, parameters);
}

/// <summary>∂f/∂p at x.</summary>
/// <param name="parameter">Index of p.</param>
internal readonly struct ParametricParameterDerivative<TActivation, TVector>(int parameter) : IParametricMap<TVector>
    where TActivation : IActivation
    where TVector : unmanaged, ISimd<TVector>
{
    private readonly int _parameter = parameter;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public TVector Apply(TVector x, ReadOnlySpan<TVector> parameters) => TActivation.ParameterDerivative<TVector, Accurate>(_parameter, x, parameters);
}
