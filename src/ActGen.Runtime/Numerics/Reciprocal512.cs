using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace ActGen.CompilerServices;

/// <summary>1/a of sixteen floats without the divider, with the bits of the division; see <see cref="ISimd{TSelf}.Reciprocal"/>.</summary>
/// <remarks>An estimate of 14 bits, made better twice (Markstein 1990). The second time what is missing is exact, and its square, which is neglected, is below 2⁻⁴⁵: that changes no
/// rounding, as the test of all significands shows (ReciprocalTests). The first time is rounded up, for the largest significand: halfway between two floats but for 2⁻⁴⁸, it
/// would stay on the lower one. Nothing depends on the exponent, as a·r is near 1.</remarks>
internal static class Reciprocal512
{
    /// <summary>What replaces the result, by the class of a: +∞ and −∞ for the zeros, the zeros for −∞ and +∞. Their estimates are right, but a·r is NaN.</summary>
    private const int Ends = 0x00870600;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static Vector512<float> Of(Vector512<float> a)
    {
#pragma warning disable RS0030 // The one estimate: none of its bits is left in the result.
        Vector512<float> r = Avx512F.Reciprocal14(a), one = Vector512.Create(1f);
#pragma warning restore RS0030
        r = Avx512F.FusedMultiplyAdd(r, Avx512F.FusedMultiplyAddNegated(a, r, one), r, FloatRoundingMode.ToPositiveInfinity);
        r = Avx512F.FusedMultiplyAdd(r, Avx512F.FusedMultiplyAddNegated(a, r, one), r);
        return Avx512F.Fixup(r, a, Vector512.Create(Ends), 0);
    }
}
