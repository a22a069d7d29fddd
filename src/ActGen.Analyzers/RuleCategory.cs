namespace ActGen.Analyzers;

/// <summary>The families of rules.</summary>
internal static class RuleCategory
{
    public const string HiddenLayers = "ActGen.HiddenLayers";
    public const string Losses = "ActGen.Losses";
    public const string Start = "ActGen.Start";
    public const string Usage = "ActGen.Usage";
}
