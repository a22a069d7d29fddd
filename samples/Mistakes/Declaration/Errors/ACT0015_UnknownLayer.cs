using ActGen;

namespace Mistakes.ACT0015;

/// <summary>A layer of one's own that nothing explains.</summary>
[Network(4)]
[Dense(16), Squared]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Wrong;

/// <summary>An attribute alone has no meaning.</summary>
public sealed class SquaredAttribute : LayerAttribute;

/// <summary>An activation is its formula.</summary>
[Network(4)]
[Dense(16), SquaredReLU]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class Right;

/// <summary>The attribute names the formula.</summary>
public sealed class SquaredReLUAttribute() : ActivationAttribute<SquaredReLU>;

/// <summary>The formula.</summary>
[ActivationFunction]
public readonly partial struct SquaredReLU
{
    /// <summary>f(x).</summary>
    /// <param name="x">The input.</param>
    public static float Formula(float x) => x > 0 ? x * x : 0;
}
