namespace ActGen.CompilerServices;

/// <summary>Elements of a shape.</summary>
internal static class ShapeSize
{
    /// <summary>The product of the dimensions; 1 for none.</summary>
    /// <remarks>A loop over indices: this runs before the first prediction of a process, where each generic instantiation of LINQ would have to be compiled first.</remarks>
    /// <exception cref="OverflowException">It does not fit.</exception>
    public static int Of(IReadOnlyList<int> shape)
    {
        int product = 1;
        for (int i = 0; i < shape.Count; i++)
            product = checked(product * shape[i]);
        return product;
    }
}
