namespace ActGen.Frontend.Propagation;

/// <summary>The units that were drawn for one layer of one network, and those of them that it has.</summary>
/// <param name="stage">The layer.</param>
/// <param name="sums">What each row of all networks gives to each drawn unit.</param>
/// <param name="start">Where the network's begin.</param>
/// <param name="rows">Its rows.</param>
internal sealed class DrawnUnits(DeadStage stage, double[] sums, int start, int rows)
{
    private readonly int[] _order = [.. Enumerable.Range(0, stage.Drawn)];
    private readonly bool[] _lives = new bool[stage.Drawn];

    /// <summary>The share of choices that are dead for all rows.</summary>
    public double Dying { get; private set; } = 1;

    /// <summary>Chooses units that are not dead, where there are such.</summary>
    public void Choose(DeadRandom random)
    {
        int dead = stage.Drawn;
        for (int unit = 0; unit < stage.Drawn; unit++)
        {
            for (int row = 0; row < rows && !_lives[unit]; row++)
                _lives[unit] = !stage.IsDead(sums[start + (row * stage.Drawn) + unit]);
            dead -= _lives[unit] ? 1 : 0;
        }
        // All ways to take dead ones only: C(dead, units)/C(drawn, units).
        for (int i = 0; i < stage.Units; i++)
            Dying *= Math.Max(dead - i, 0) / (double)(stage.Drawn - i);
        bool isAlive;
        do
            isAlive = Shuffle(random);
        while (!isAlive && dead < stage.Drawn);
    }

    /// <summary>Copies what one row gives to the chosen units of one pass; tells whether it has a gradient in one of them.</summary>
    public bool Take(int row, int pass, double[] chosen, int target)
    {
        bool passes = false;
        for (int i = 0; i < stage.Features; i++)
        {
            double sum = sums[start + (row * stage.Drawn) + _order[(pass * stage.Features) + i]];
            chosen[target + i] = sum;
            passes |= !stage.IsDead(sum);
        }
        return passes;
    }

    /// <summary>Puts a random choice in front; tells whether one of it lives.</summary>
    private bool Shuffle(DeadRandom random)
    {
        bool isAlive = false;
        for (int i = 0; i < stage.Units; i++)
        {
            int other = i + random.NextBelow(stage.Drawn - i);
            (_order[i], _order[other]) = (_order[other], _order[i]);
            isAlive |= _lives[_order[i]];
        }
        return isAlive;
    }
}
