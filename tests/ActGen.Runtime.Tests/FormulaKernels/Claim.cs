using System.Globalization;

namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>One row of <see cref="SpecialValueTable"/>.</summary>
/// <param name="Formula">Name of the struct.</param>
/// <param name="Parameters">Values of its parameters as given; the others are defaults.</param>
/// <param name="X">Where.</param>
/// <param name="Value">What f(x) must be.</param>
/// <param name="Derivative">What f′(x) must be.</param>
internal sealed record Claim(string Formula, double[] Parameters, float X, ClaimedNumber Value, ClaimedNumber Derivative)
{
    public static IReadOnlyList<Claim> All { get; } =
        [.. SpecialValueTable.Text.Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Parse)];

    private static Claim Parse(string row)
    {
        string[] cells = row.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        string[] call = cells[0].TrimEnd(')').Split('(');
        double[] parameters = call.Length == 1 ? [] : [.. call[1].Split(',').Select(ClaimedNumber.Read)];
        return new(call[0], parameters, (float)ClaimedNumber.Read(cells[1]), new(cells[2]), new(cells[3]));
    }
}

/// <summary>A number as the table states it.</summary>
/// <param name="Text"><c>1.5</c>, <c>~1.234e-5</c>, <c>inf</c>, <c>nan</c>, <c>…</c>.</param>
internal sealed record ClaimedNumber(string Text)
{
    /// <summary>Whether anything is claimed.</summary>
    public bool IsClaimed => Text != "…";

    /// <summary>The number, or NaN where nothing is claimed.</summary>
    public double Number => IsClaimed ? Read(Text.TrimStart('~')) : double.NaN;

    /// <summary>One unit of the last digit that is written after ~; 0 where the number is exact.</summary>
    public double Precision
    {
        get
        {
            if (Text[0] != '~')
                return 0;
            string[] parts = Text.Split('e');
            int decimals = parts[0].Contains('.') ? parts[0].Length - parts[0].IndexOf('.') - 1 : 0;
            return Math.Pow(10, (parts.Length > 1 ? int.Parse(parts[1], CultureInfo.InvariantCulture) : 0) - decimals);
        }
    }

    /// <summary>Whether <paramref name="actual"/> is what is claimed; <paramref name="checksSign"/>: a zero of the other sign is not.</summary>
    public bool Holds(float actual, bool checksSign)
    {
        if (!IsClaimed)
            return true;
        if (double.IsNaN(Number))
            return float.IsNaN(actual);
        if (Text[0] == '~')
            return Math.Abs(actual - Number) <= 1.0001 * Precision && (Number == 0 || Math.Sign(actual) == Math.Sign(Number)); // not 0 for what is denormal
        return actual == (float)Number && (!checksSign || float.IsNegative(actual) == double.IsNegative(Number));
    }

    public static double Read(string text) => text switch
    {
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        "nan" => double.NaN,
        _ => double.Parse(text, CultureInfo.InvariantCulture),
    };
}
