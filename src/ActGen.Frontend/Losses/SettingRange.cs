using ActGen.Frontend.Calculus;

namespace ActGen.Frontend.Losses;

/// <summary>What a setting may be.</summary>
internal sealed class SettingRange
{
    private SettingRange(string rule, Func<double, bool> holds) => (Rule, Holds) = (rule, holds);

    public static SettingRange AboveZero { get; } = new("it is above 0 and finite", value => value > 0 && FloatRange.Holds(value) && (float)value > 0);

    public static SettingRange AtLeastZero { get; } = new("it is at least 0 and finite", value => value >= 0 && FloatRange.Holds(value));

    public static SettingRange BelowOne { get; } = new("it is at least 0 and below 1", value => value is >= 0 and < 1);

    public static SettingRange Share { get; } = new("it is above 0 and at most 1", value => value is > 0 and <= 1 && (float)value > 0);

    public static SettingRange ShareOrNone { get; } = new("it is a share between 0 and 1, or -1 for none", value => value is -1 or (>= 0 and <= 1));

    public static SettingRange OneOrTwo { get; } = new("it is 1 or 2", value => value is 1 or 2);

    /// <summary>A truth value that the kernel takes as one.</summary>
    public static SettingRange Flag { get; } = new("it is true or false", value => value is 0 or 1);

    /// <summary>A truth value that the kernel takes as 0 or 1.</summary>
    public static SettingRange Switch { get; } = new("it is true or false", value => value is 0 or 1);

    /// <summary>In words, after "… must hold:".</summary>
    public string Rule { get; }

    public Func<double, bool> Holds { get; }
}
