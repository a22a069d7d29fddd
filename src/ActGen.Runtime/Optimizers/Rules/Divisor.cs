using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Division by √v + ε as the optimizers do it: by its reciprocal, which is correctly rounded.</summary>
internal static class Divisor
{
    private const double Smallest = 1.1754943508222875e-38, Largest = 8.507059173023462e+37;

    /// <summary>ε as the sums need it that <see cref="Reciprocal"/> inverts: 0, or between 2⁻¹²⁶ and 2¹²⁶.</summary>
    /// <remarks>No root of a float is below 2⁻⁷⁵, where a smaller ε is lost, nor above 2⁶⁴, where a larger one leaves no step.</remarks>
    /// <param name="epsilon">ε.</param>
    /// <param name="scale">A factor, above 0: where √(v/c) + ε is written as (√v + ε√c)/√c, which saves a division, it is √c.</param>
    public static float Epsilon(double epsilon, double scale = 1) => epsilon == 0 ? 0 : (float)double.Clamp(epsilon * scale, Smallest, Largest);

    /// <summary>1/(√v + ε).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Reciprocal<TVector>(TVector v, TVector epsilon)
        where TVector : unmanaged, ISimd<TVector, float> => TVector.Reciprocal(TVector.Sqrt(v) + epsilon);
}
