using System.Globalization;
using System.Text;
using ActGen.CompilerServices;

namespace ActGen;

/// <summary>How often each class was taken for each other one.</summary>
public sealed class ConfusionMatrix
{
    /// <summary>The counts of so many classes take 128 MiB.</summary>
    internal const int MaximumClasses = 4096;

    private readonly long[] _counts;
    private readonly IReadOnlyList<string> _names;

    internal ConfusionMatrix(int classes, IReadOnlyList<string> names)
    {
        Classes = classes;
        _counts = new long[classes * classes];
        _names = names;
    }

    /// <summary>Number of classes.</summary>
    public int Classes { get; }

    /// <summary>Rows of class <paramref name="actual"/> that were decided to be <paramref name="predicted"/>.</summary>
    /// <param name="actual">From 0.</param>
    /// <param name="predicted">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public long this[int actual, int predicted] => _counts[(Checked(actual, nameof(actual)) * Classes) + Checked(predicted, nameof(predicted))];

    /// <summary>Of the rows that were decided to be the class, the share that are; NaN when there are none.</summary>
    /// <param name="label">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Precision(int label) => (double)this[label, label] / Enumerable.Range(0, Classes).Sum(actual => this[actual, label]);

    /// <summary>Of the rows of the class, the share that were decided to be it; NaN when there are none.</summary>
    /// <param name="label">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public double Recall(int label) => (double)this[label, label] / Enumerable.Range(0, Classes).Sum(predicted => this[label, predicted]);

    /// <summary>The name of a class: what the data calls it, its number where it has no names.</summary>
    /// <param name="label">From 0.</param>
    /// <exception cref="ArgumentOutOfRangeException">There is no such class.</exception>
    public string Name(int label) => Checked(label, nameof(label)) < _names.Count ? _names[label] : label.ToString(CultureInfo.InvariantCulture);

    /// <summary>A table: a row for each actual class, a column for each predicted one, zeros as dots, recall at the right.</summary>
    public override string ToString()
    {
        string[] names = [.. Enumerable.Range(0, Classes).Select(Name)];
        int label = Math.Max("actual".Length, names.Max(static name => name.Length));
        int width = Math.Max(names.Max(static name => name.Length), Number(_counts.Max()).Length);
        var text = new StringBuilder();
        text.Append("actual".PadRight(label)).Append(" │");
        foreach (string name in names)
            text.Append(' ').Append(name.PadLeft(width));
        text.Append(" ← predicted\n");
        text.Append('─', label + 1).Append('┼').Append('─', Classes * (width + 1)).Append('\n');
        for (int actual = 0; actual < Classes; actual++)
        {
            text.Append(names[actual].PadRight(label)).Append(" │");
            for (int predicted = 0; predicted < Classes; predicted++)
                text.Append(' ').Append(Number(this[actual, predicted]).PadLeft(width));
            double recall = Recall(actual);
            if (!double.IsNaN(recall))
                text.Append(CultureInfo.InvariantCulture, $"  {100 * recall,5:F1} %");
            text.Append(actual + 1 < Classes ? "\n" : "");
        }
        return text.ToString();
    }

    /// <summary>A matrix for one choice among classes, or for one decision between 0 and 1; null for anything else, and above <see cref="MaximumClasses"/>.</summary>
    internal static ConfusionMatrix? For(LossDefinition loss, int outputSize, IReadOnlyList<string> names) => loss.Decision switch
    {
        DecisionKind.None => null,
        DecisionKind.LargestOutput => loss.Classes <= MaximumClasses ? new ConfusionMatrix(loss.Classes, names) : null,
        _ => outputSize == 1 ? new ConfusionMatrix(2, names) : null,
    };

    internal void Count(int actual, int predicted) => _counts[(actual * Classes) + predicted]++;

    private static string Number(long count) => count == 0 ? "·" : count.ToString(CultureInfo.InvariantCulture);

    private int Checked(int label, string name) =>
        (uint)label < (uint)Classes ? label : throw new ArgumentOutOfRangeException(name, label, $"The classes are 0 to {Classes - 1}.");
}
