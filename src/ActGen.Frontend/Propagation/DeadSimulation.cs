using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>Networks drawn with fixed seeds, layer by layer, with the rows that still pass a gradient. Of each layer more units are drawn than it
/// has: the share of choices among them that are dead for all rows is what this layer takes from the network's probability to be alive
/// (Rao–Blackwell), and a choice that is not goes on. So few networks tell as much as many that are counted.</summary>
/// <param name="stages">The stack.</param>
/// <param name="input">The signal before it.</param>
internal sealed class DeadSimulation(IReadOnlyList<DeadStage> stages, Signal input)
{
    /// <summary>Multiplications that a stack is worth: some milliseconds.</summary>
    private const double Budget = 900_000;

    /// <summary>For so many layers networks are planned.</summary>
    private const int PlannedLayers = 60;

    private const int LeastNetworks = 8, MostNetworks = 160;

    /// <summary>Normal rows and their negatives: together they reach every side of the input space.</summary>
    private const int RowPairs = 16;

    /// <summary>The least of 256 rows, as two units see them, is so small: P(χ² with 2 degrees of freedom &lt; 2·Smallest²) = 1/256.</summary>
    private const double Smallest = 0.0625;

    /// <summary>Below it a network is dead for all that matters.</summary>
    private const double LeastAlive = 1e-3;

    /// <summary>The share of dead networks.</summary>
    public double Run()
    {
        double cost = stages.Take(PlannedLayers).Sum(stage => (double)stage.WeightCount * DeadNetwork.MostRows);
        int count = (int)Math.Min(MostNetworks, Math.Max(LeastNetworks, Budget / cost));
        DeadNetwork[] networks = [.. Enumerable.Range(0, count).Select(i => new DeadNetwork((uint)i, Inputs(new((uint)i, stream: uint.MaxValue))))];
        double alive = 1, spent = 0;
        var hazards = new List<(double Seen, double Bound)>();
        for (int i = 0; i < stages.Count; i++)
        {
            if (spent > Budget || alive < LeastAlive)
                return 1 - (alive * Beyond(hazards, stages.Skip(i)));
            spent += networks.Sum(network => network.Rows.Count) * (double)stages[i].WeightCount;
            DeadLayer.Pass(networks, stages[i], stream: (uint)i);
            double now = networks.Sum(network => network.Alive) / count;
            if (stages[i].Bound > 0)
                hazards.Add((1 - (now / alive), stages[i].Bound));
            alive = now;
        }
        return 1 - alive;
    }

    /// <summary>The chance to pass the layers for which there was no time: rows come ever closer to one another, where the bound is true, so
    /// that what they have of it in the second half of the layers that were tried is what the others have at least, and nearly.</summary>
    private static double Beyond(List<(double Seen, double Bound)> hazards, IEnumerable<DeadStage> rest)
    {
        (double Seen, double Bound)[] late = [.. hazards.Skip(hazards.Count / 2)];
        double share = late.Length == 0 ? 1 : Math.Min(late.Sum(hazard => hazard.Seen) / late.Sum(hazard => hazard.Bound), 1);
        return rest.Aggregate(1.0, (alive, stage) => alive * (1 - (share * stage.Bound)));
    }

    /// <summary>Normal rows around what all of them have in common.</summary>
    private double[][] Inputs(DeadRandom random)
    {
        int columns = stages[0].Inputs;
        double common = input.Common * input.MeanSquare, own = Math.Sqrt(Math.Max(input.MeanSquare - common, 0)), shared = Math.Sqrt(Math.Max(common - (input.Mean * input.Mean), 0));
        double[] center = [.. Enumerable.Range(0, columns).Select(_ => input.Mean + (shared == 0 ? 0 : shared * random.NextNormal()))];
        var rows = new double[2 * RowPairs][];
        for (int i = 0; i < rows.Length; i += 2)
        {
            double scale = i == 0 ? Smallest * own : own;
            double[] row = [.. Enumerable.Range(0, columns).Select(_ => scale * random.NextNormal())];
            (rows[i], rows[i + 1]) = ([.. row.Select((x, k) => center[k] + x)], [.. row.Select((x, k) => center[k] - x)]);
        }
        return rows;
    }
}
