namespace ActGen.Analyzers.Tests;

/// <summary>Long stacks for tests.</summary>
internal static class Stacks
{
    /// <summary>The same layers several times.</summary>
    public static string Times(this string layers, int count) => string.Join(" ", Enumerable.Repeat(layers, count));
}
