using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Propagation;

/// <summary>Where the derivative of a formula is exactly 0: simulations ask by the million.</summary>
internal sealed class DeadSet
{
    private static readonly MemoTable<(Expression, EquatableArray<double>), DeadSet> Known = new();

    private readonly double[] _borders;

    /// <summary>Below the first border, on it, between it and the second, …, above the last.</summary>
    private readonly bool[] _isDead;

    private DeadSet(Expression derivative, double[] parameters)
    {
        _borders = Breakpoints.Of([derivative], parameters, Samples.Grid);
        double[] points = new double[(2 * _borders.Length) + 1];
        for (int i = 0; i < points.Length; i++)
            points[i] = i % 2 == 1 ? _borders[i / 2] : Between(i / 2);
        _isDead = [.. Evaluator.At(derivative, points, parameters).Select(slope => slope == 0)];
    }

    /// <summary>The set of a formula with some values of its parameters.</summary>
    public static DeadSet Of(FormulaAnalysis formula, double[] parameters) =>
        Known.GetOrAdd((formula.Derivative, parameters.ToEquatableArray()), static key => new(key.Item1, [.. key.Item2]));

    public bool Contains(double x)
    {
        int i = 0;
        while (i < _borders.Length && x > _borders[i])
            i++;
        return _isDead[i < _borders.Length && x == _borders[i] ? (2 * i) + 1 : 2 * i];
    }

    /// <summary>A point of the piece that ends at a border, at no round number, where slopes are 0 by chance.</summary>
    private double Between(int border)
    {
        const double off = 0.3819;
        if (_borders.Length == 0)
            return off;
        if (border == 0)
            return _borders[0] - off;
        return border == _borders.Length ? _borders[border - 1] + off : _borders[border - 1] + (off * (_borders[border] - _borders[border - 1]));
    }
}
