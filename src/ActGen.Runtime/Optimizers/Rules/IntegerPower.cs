namespace ActGen;

/// <summary>xⁿ by squaring, in double: the same bits on every machine, which the platform's power function does not promise.</summary>
internal static class IntegerPower
{
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
}
