using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Running means of gradients and of their squares, two roundings and three.</summary>
internal static class Moment
{
    /// <summary>β·m + (1 − β)·g.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Mean<TVector>(TVector β, TVector m, TVector rest, TVector g)
        where TVector : unmanaged, ISimd<TVector, float> => TVector.MultiplyAdd(β, m, rest * g);

    /// <summary>β·v + (1 − β)·g².</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector MeanSquare<TVector>(TVector β, TVector v, TVector rest, TVector g)
        where TVector : unmanaged, ISimd<TVector, float> => TVector.MultiplyAdd(rest * g, g, β * v);
}
