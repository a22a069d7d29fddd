using System.Collections.Immutable;

namespace ActGen.Analyzers.Tests.Samples;

/// <summary>A file of <c>samples/Mistakes</c>.</summary>
/// <param name="Name">Its path in that folder, with slashes.</param>
/// <param name="Text">Its text.</param>
internal sealed record Mistake(string Name, string Text)
{
    /// <summary>The sample's folder.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(RulePage.Folder, "../../samples/Mistakes"));

    /// <summary>All files, by rule.</summary>
    public static ImmutableArray<Mistake> All { get; } =
    [
        .. Directory.GetFiles(Folder, "ACT*.cs", SearchOption.AllDirectories)
            .Select(path => new Mistake(Path.GetRelativePath(Folder, path).Replace('\\', '/'), File.ReadAllText(path)))
            .OrderBy(mistake => mistake.Id, StringComparer.Ordinal),
    ];

    /// <summary>The rule that it is about.</summary>
    public string Id => Path.GetFileName(Name).Split('_')[0];
}
