namespace ActGen.Analyzers;

/// <summary>Each rule has a page; its diagnostics link to it.</summary>
internal static class RulePages
{
    public const string Folder = "https://github.com/actgen/actgen/blob/main/docs/rules/";
}
