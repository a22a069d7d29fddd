namespace ActGen.CompilerServices;

/// <summary>Looks for what is no number.</summary>
internal static class FiniteNumbers
{
    /// <summary>Index of the first element that is NaN or infinite; −1 when there is none.</summary>
    public static int IndexOfNonFinite(this ReadOnlySpan<float> values)
    {
        for (int i = 0; i < values.Length; i++)
        {
            if (!float.IsFinite(values[i]))
                return i;
        }
        return -1;
    }
}
