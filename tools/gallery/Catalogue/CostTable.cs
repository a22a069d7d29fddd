using System.Globalization;
using ActGen.Tools;

namespace ActGen.Gallery.Catalogue;

/// <summary>Measured nanoseconds per element, from <c>docs/activations/cost.csv</c>, which the benchmarks write: <c>name,forward_ns,backward_ns</c>.
/// Nothing is shown of what was not measured.</summary>
internal sealed class CostTable
{
    private readonly Dictionary<string, Cost> _costs = new(StringComparer.Ordinal);

    public bool IsEmpty => _costs.Count == 0;

    public Cost? Of(string name) => _costs.GetValueOrDefault(name);

    public static CostTable Read()
    {
        var table = new CostTable();
        string file = Repository.PathOf("docs", "activations", "cost.csv");
        foreach (string line in File.Exists(file) ? File.ReadLines(file).Skip(1) : [])
        {
            string[] cells = line.Split(',');
            table._costs[cells[0]] = new(double.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture));
        }
        return table;
    }
}

/// <summary>Nanoseconds per element on one core, data in cache.</summary>
/// <param name="Forward">y from x.</param>
/// <param name="Backward">The input's gradient from the output's and from what is kept.</param>
internal sealed record Cost(double Forward, double Backward);
