using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Layers;

/// <summary>Tests that force a vector width share the one switch: they must not run beside each other.</summary>
[CollectionDefinition(nameof(Widths), DisableParallelization = true)]
public sealed class Widths
{
    /// <summary>One lane, 128, 256 and 512 bits.</summary>
    internal static readonly int[] All = [VectorWidth.Scalar, 128, 256, 512];

    /// <summary>Runs at one width, then returns to the machine's own.</summary>
    internal static void Force(int width, Action run)
    {
        VectorWidth.Forced = width;
        try
        {
            run();
        }
        finally
        {
            VectorWidth.Forced = 0;
        }
    }
}
