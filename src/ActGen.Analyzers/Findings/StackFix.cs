using System.Collections.Immutable;

namespace ActGen.Analyzers.Findings;

/// <summary>A way out of a mistake, as edits of the attribute stack: a rule knows which layers it means, the code fix knows how to edit.</summary>
/// <param name="Title">What the light bulb says.</param>
/// <param name="Edits">Applied together.</param>
internal sealed record StackFix(string Title, params StackEdit[] Edits)
{
    private const string Key = "fix";

    /// <summary>The fixes as properties of a diagnostic, which hold nothing but text.</summary>
    public static ImmutableDictionary<string, string?> Write(ImmutableArray<StackFix> fixes)
    {
        var properties = ImmutableDictionary<string, string?>.Empty;
        for (int i = 0; i < fixes.Length; i++)
            properties = properties.Add(Key + i, string.Join("\n", fixes[i].Edits.Select(edit => edit.ToString()).Prepend(fixes[i].Title)));
        return properties;
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    public static IEnumerable<StackFix> Read(ImmutableDictionary<string, string?> properties)
    {
        for (int i = 0; properties.TryGetValue(Key + i, out string? text) && text is not null; i++)
        {
            string[] lines = text.Split('\n');
            yield return new StackFix(lines[0], [.. lines.Skip(1).Select(StackEdit.Parse)]);
        }
    }
}
