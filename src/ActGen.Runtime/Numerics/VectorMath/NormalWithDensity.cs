namespace ActGen.CompilerServices;

public static partial class VectorMath
{
    /// <summary>Φ(x) and φ(x) together: both inline, and the compiler keeps one of their two equal exponentials.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector NormalCdf<TVector>(TVector x, out TVector density)
        where TVector : unmanaged, ISimd<TVector>
    {
        density = NormalPdf(x);
        return NormalCdf(x);
    }
}
