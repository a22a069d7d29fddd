using ActGen;

namespace Mistakes.ACT0010;

/// <summary>A formula is differentiated from its text: the text of another method is not part of it.</summary>
[ActivationFunction]
public readonly partial struct Wrong
{
    /// <summary>f(x).</summary>
    /// <param name="x">The input.</param>
    public static float Formula(float x) => x * Gate(x);

    private static float Gate(float x) => MathF.Max(0, MathF.Min(1, (x + 1) / 2));
}

/// <summary>All of it in one place; locals are fine.</summary>
[ActivationFunction]
public readonly partial struct Right
{
    /// <summary>f(x).</summary>
    /// <param name="x">The input.</param>
    public static float Formula(float x)
    {
        float gate = Functions.Max(0, Functions.Min(1, (x + 1) / 2));
        return x * gate;
    }
}
