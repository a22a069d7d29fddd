namespace ActGen.Frontend.Propagation;

/// <summary>Takes simulated networks through one stage, all at once: formulas are evaluated for many values in hardly more time than for one.</summary>
internal static class DeadLayer
{
    /// <summary>Random streams of choices lie in the upper half.</summary>
    private const uint OfChoices = 0x80000000;

    public static void Pass(IReadOnlyList<DeadNetwork> networks, DeadStage stage, uint stream)
    {
        double[] sums = Sums(networks, stage, stream);
        double[] chosen = new double[sums.Length / stage.Drawn * stage.Units];
        var rows = new List<int>[networks.Count];
        double[] dying = new double[networks.Count];
        for (int i = 0, first = 0; i < networks.Count; first += networks[i++].Rows.Count)
        {
            var units = new DrawnUnits(stage, sums, first * stage.Drawn, networks[i].Rows.Count);
            units.Choose(networks[i].Random(stream | OfChoices));
            rows[i] = [];
            dying[i] = units.Dying;
            for (int row = 0; row < networks[i].Rows.Count * stage.Passes; row++)
            {
                int behind = (first * stage.Passes) + row;
                if (units.Take(row / stage.Passes, row % stage.Passes, chosen, behind * stage.Features))
                    rows[i].Add(behind);
            }
        }
        double[] outputs = stage.Outputs(chosen);
        for (int i = 0; i < networks.Count; i++)
            networks[i].Pass(dying[i], [.. rows[i].Select(row => outputs.AsSpan(row * stage.Features, stage.Features).ToArray())]);
    }

    /// <summary>What each row gives to each drawn unit.</summary>
    private static double[] Sums(IReadOnlyList<DeadNetwork> networks, DeadStage stage, uint stream)
    {
        double[] sums = new double[networks.Sum(network => network.Rows.Count) * stage.Drawn], weights = new double[stage.WeightCount];
        int start = 0;
        foreach (DeadNetwork network in networks)
        {
            stage.Draw(network.Random(stream), weights);
            foreach (double[] row in network.Rows)
            {
                stage.Sum(weights, row, sums, start);
                start += stage.Drawn;
            }
        }
        return sums;
    }
}
