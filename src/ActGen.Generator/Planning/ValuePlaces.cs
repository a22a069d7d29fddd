namespace ActGen.Generator.Planning;

/// <summary>Which values between steps lie in the same memory: that before step 0, behind it, behind step 1, … A step works in place where it can and nobody reads
/// later what it would overwrite.</summary>
internal sealed class ValuePlaces
{
    private readonly Store[] _stores;

    private ValuePlaces(Store[] stores) => _stores = stores;

    public Store this[int value] => _stores[value];

    /// <param name="stages">The steps.</param>
    /// <param name="leases">Where memory comes from.</param>
    /// <param name="prefix">What names of values begin with.</param>
    /// <param name="isTraining">Whether backward will read what it needs; then all values are written at time 0, otherwise step by step.</param>
    public static ValuePlaces Of(IReadOnlyList<Stage> stages, Leases leases, string prefix, bool isTraining)
    {
        bool[] isInPlace = InPlace(stages, isTraining);
        var stores = new Store[stages.Count + 1];
        stores[0] = Store.Input(stages[0].InputWidth);
        int last = stages.Count;
        while (last > 0 && isInPlace[last - 1])
            last--;
        for (int i = 1; i <= stages.Count; i++)
        {
            stores[i] = isInPlace[i - 1] ? stores[i - 1]
                : i == last ? Store.Output(stages[stages.Count - 1].OutputWidth)
                : new(leases.Take(prefix + stages[i - 1].Suffix, stages[i - 1].OutputWidth, isTraining ? 0 : i - 1));
        }
        for (int i = 0; i < stages.Count; i++)
        {
            if (isTraining && stages[i].KeepsInput)
                stores[i].Hold();
            if (isTraining && stages[i].KeepsOutput)
                stores[i + 1].Hold();
            if (stages[i].IsSum)
                stores[BranchOf(stages, i)].Hold(i);
            if (isTraining)
                continue;
            stores[i].Touch(i);
            stores[i + 1].Touch(i);
            if (stages[i].IsSum)
                stores[BranchOf(stages, i)].Touch(i);
        }
        return new(stores);
    }

    /// <summary>The step where the residual block began that ends with this one; its value before and behind that step is the same.</summary>
    public static int BranchOf(IReadOnlyList<Stage> stages, int sum)
    {
        int branch = sum;
        while (!ReferenceEquals(stages[branch].Layer, stages[sum].Branch))
            branch--;
        return branch;
    }

    /// <summary>For each step whether it writes where it reads.</summary>
    private static bool[] InPlace(IReadOnlyList<Stage> stages, bool isTraining)
    {
        var isInPlace = new bool[stages.Count];
        // Until which step the memory of the present value must stay as it is: that of the caller for ever.
        int heldUntil = int.MaxValue;
        for (int i = 0; i < stages.Count; i++)
        {
            Stage stage = stages[i];
            if (stage.IsBranch)
            {
                heldUntil = Math.Max(heldUntil, EndOf(stages, i));
                isInPlace[i] = true;
                continue;
            }
            isInPlace[i] = stage.WorksInPlace && heldUntil <= i && !(isTraining && stage.KeepsInput);
            heldUntil = isTraining && stage.KeepsOutput ? int.MaxValue : isInPlace[i] ? heldUntil : -1;
        }
        return isInPlace;
    }

    private static int EndOf(IReadOnlyList<Stage> stages, int branch)
    {
        int sum = branch;
        while (!ReferenceEquals(stages[sum].Branch, stages[branch].Layer))
            sum++;
        return sum;
    }
}
