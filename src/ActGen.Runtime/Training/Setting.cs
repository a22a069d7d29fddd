using System.Globalization;

namespace ActGen;

/// <summary>Checks of settings: what is wrong names the setting and its value.</summary>
internal static class Setting
{
    public static double AtLeastZero(double value, [CallerMemberName] string name = "") =>
        value >= 0 && double.IsFinite(value) ? value : throw OutOfRange(name, value, "a finite number of at least 0");

    public static double AboveZero(double value, [CallerMemberName] string name = "") =>
        value > 0 && double.IsFinite(value) ? value : throw OutOfRange(name, value, "a finite number above 0");

    public static double AtLeastOne(double value, [CallerMemberName] string name = "") =>
        value >= 1 && double.IsFinite(value) ? value : throw OutOfRange(name, value, "a finite number of at least 1");

    public static double? AboveZeroOrNone(double? value, [CallerMemberName] string name = "") =>
        value is { } number ? AboveZero(number, name) : null;

    /// <summary>0 ≤ value &lt; 1.</summary>
    public static double BelowOne(double value, [CallerMemberName] string name = "") =>
        value is >= 0 and < 1 ? value : throw OutOfRange(name, value, "at least 0 and below 1");

    public static int AtLeast(int least, int value, [CallerMemberName] string name = "") =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least {least}.");

    public static long AtLeast(long least, long value, [CallerMemberName] string name = "") =>
        value >= least ? value : throw new ArgumentOutOfRangeException(name, value, $"{name} is at least {least}.");

    /// <summary>A copy of a list without null.</summary>
    public static IReadOnlyList<T> NoneNull<T>(IReadOnlyList<T> values, [CallerMemberName] string name = "")
        where T : class
    {
        ArgumentNullException.ThrowIfNull(values, name);
        for (int i = 0; i < values.Count; i++)
            ArgumentNullException.ThrowIfNull(values[i], $"{name}[{i}]");
        return new SettingList<T>(values);
    }

    /// <summary>A copy of a list of numbers that are all large enough.</summary>
    public static IReadOnlyList<int> AllAtLeast(int least, IReadOnlyList<int> values, [CallerMemberName] string name = "")
    {
        ArgumentNullException.ThrowIfNull(values, name);
        foreach (int value in values)
            AtLeast(least, value, name);
        return new SettingList<int>(values);
    }

    // The exception itself would show the actual value in the current culture.
    private static ArgumentOutOfRangeException OutOfRange(string name, double value, string expected) =>
        new(name, string.Create(CultureInfo.InvariantCulture, $"{name} is {value}; it must be {expected}."));
}
