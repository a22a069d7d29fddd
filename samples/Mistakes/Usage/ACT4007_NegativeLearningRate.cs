using ActGen;

namespace Mistakes.ACT4007;

/// <summary>The optimizer subtracts the gradient itself; a rate below 0 is refused.</summary>
public static class Wrong
{
    /// <summary>How to fit.</summary>
    public static FitOptions Options => new() { Epochs = 20, Optimizer = new Adam(-0.001) };
}

/// <summary>A step downhill.</summary>
public static class Right
{
    /// <summary>How to fit.</summary>
    public static FitOptions Options => new() { Epochs = 20, Optimizer = new Adam(0.001) };
}
