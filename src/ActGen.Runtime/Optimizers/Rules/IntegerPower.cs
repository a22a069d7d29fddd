using System.Numerics;

namespace ActGen;

/// <summary>xⁿ by squaring, in double: the same bits on every machine, which the platform's power function does not promise.</summary>
/// <param name="x">x.</param>
internal sealed class IntegerPower(double x)
{
    private readonly double[] _squares = Squares(x);

    /// <summary>xⁿ, n not negative. The squares are there already: what a step of a small network has time for.</summary>
    public double At(long n)
    {
        double result = 1;
        for (; n > 0; n &= n - 1)
            result *= _squares[BitOperations.TrailingZeroCount(n)];
        return result;
    }

    /// <summary>The same for once.</summary>
    public static double Of(double x, long n)
    {
        double result = 1;
        for (; n > 0; n >>= 1)
        {
            if ((n & 1) != 0)
                result *= x;
            x *= x;
        }
        return result;
    }

    /// <summary>x to the powers of two.</summary>
    private static double[] Squares(double x)
    {
        double[] squares = new double[63];
        for (int i = 0; i < squares.Length; i++, x *= x)
            squares[i] = x;
        return squares;
    }
}
