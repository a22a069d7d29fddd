namespace ActGen.Frontend.Calculus;

/// <summary>Which doubles a float can hold: attributes take doubles, networks compute with floats.</summary>
internal static class FloatRange
{
    /// <summary>Whether the value is a finite float after rounding.</summary>
    public static bool Holds(double value) => !double.IsNaN(value) && !float.IsInfinity((float)value);
}
