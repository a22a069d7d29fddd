using System.Globalization;

namespace ActGen;

public sealed partial class Dataset
{
    /// <summary>Two parts without a common row: a random share of the rows, and the rest. Both keep the order of the rows.</summary>
    /// <param name="fraction">Share of the rows that the first part gets, between 0 and 1: 0.8 leaves a fifth for the second part.</param>
    /// <param name="seed">Same seed, same parts, on every machine.</param>
    /// <param name="stratified">Whether each class is divided in the same proportion.</param>
    /// <exception cref="ArgumentOutOfRangeException">The fraction is not between 0 and 1.</exception>
    /// <exception cref="InvalidOperationException">A part would be empty, or rows without a single label each should be stratified.</exception>
    public (Dataset Train, Dataset Test) Split(double fraction, long seed = 0, bool stratified = false)
    {
        if (fraction is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(fraction), string.Create(CultureInfo.InvariantCulture, $"The fraction is {fraction}; it must be between 0 and 1, both excluded."));
        int first = (int)double.Round(fraction * Count, MidpointRounding.AwayFromZero);
        if (first == 0 || first == Count)
            throw new InvalidOperationException(string.Create(CultureInfo.InvariantCulture, $"A fraction of {fraction} of {Count} rows leaves one part empty."));
        bool[] chosen = stratified ? ChooseStratified(fraction, first, seed) : Choose(first, seed);
        return (Select(RowsWhere(chosen, true)), Select(RowsWhere(chosen, false)));
    }

    private bool[] Choose(int first, long seed)
    {
        var rows = new int[Count];
        Permutation.Fill(seed, 0, rows);
        var chosen = new bool[Count];
        foreach (int row in rows.AsSpan(0, first))
            chosen[row] = true;
        return chosen;
    }

    /// <summary>Each class gives the whole part of its share; the rows still missing come from the classes with the largest remainders.</summary>
    private bool[] ChooseStratified(double fraction, int first, long seed)
    {
        if (LabelCount != 1)
            throw new InvalidOperationException("Only rows with one label each can be stratified.");
        int[][] classes = [.. Enumerable.Range(0, Count).GroupBy(Label).OrderBy(static group => group.Key).Select(static group => group.ToArray())];
        int[] shares = [.. classes.Select(rows => (int)(fraction * rows.Length))];
        int[] byRemainder = [.. Enumerable.Range(0, classes.Length).OrderByDescending(i => (fraction * classes[i].Length) - shares[i])];
        int missing = first - shares.Sum();
        for (int i = 0; i < missing; i++)
            shares[byRemainder[i % byRemainder.Length]]++;
        var chosen = new bool[Count];
        for (int i = 0; i < classes.Length; i++)
        {
            Permutation.Shuffle(seed, i, classes[i]);
            foreach (int row in classes[i].AsSpan(0, shares[i]))
                chosen[row] = true;
        }
        return chosen;
    }

    private static int[] RowsWhere(bool[] chosen, bool value) => [.. Enumerable.Range(0, chosen.Length).Where(row => chosen[row] == value)];
}
