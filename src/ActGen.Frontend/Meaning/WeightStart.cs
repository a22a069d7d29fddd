using ActGen.Frontend.Model;

namespace ActGen.Frontend.Meaning;

/// <summary>How the author wants weights to start.</summary>
/// <param name="IsDeclared">Whether the declaration says so, rather than leaving it to <c>Auto</c>.</param>
/// <param name="Constant">The number that all weights start with; null where they differ.</param>
internal sealed record WeightStart(bool IsDeclared, double? Constant)
{
    /// <summary>Of a layer with <c>Init</c> and <c>InitScale</c>.</summary>
    public static WeightStart Of(LayerDeclaration layer)
    {
        var initializer = (Initializer)(int)layer.Number("Init", 0);
        double scale = layer.Number("InitScale", 1);
        double? constant = initializer switch
        {
            Initializer.Zeros => 0,
            Initializer.Ones => scale,
            _ => scale == 0 ? 0 : null,
        };
        return new(initializer != Initializer.Auto || scale != 1, constant);
    }
}
