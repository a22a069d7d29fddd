using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ActGen.Analyzers.Tests;

/// <summary>A page of <c>docs/rules</c>, taken apart.</summary>
internal sealed partial record RulePage(string Id, string Title, string Category, string Severity, string Fix, string Text)
{
    /// <summary>The folder in the repository that is tested.</summary>
    public static string Folder { get; } = Path.GetFullPath(Path.Combine(SourceFolder(), "../../docs/rules"));

    public static IEnumerable<string> Ids => Directory.GetFiles(Folder, "ACT*.md").Select(path => Path.GetFileNameWithoutExtension(path)!).Order(StringComparer.Ordinal);

    public static RulePage Read(string id)
    {
        string text = File.ReadAllText(Path.Combine(Folder, id + ".md")).ReplaceLineEndings("\n");
        Match head = Head.Match(text);
        Assert.True(head.Success, $"{id}.md does not begin with its title and the table of category, severity and fix.");
        return new RulePage(head.Groups["id"].Value, head.Groups["title"].Value, head.Groups["category"].Value, head.Groups["severity"].Value, head.Groups["fix"].Value, text);
    }

    /// <summary>The code block of a section.</summary>
    public string CodeOf(string section)
    {
        Match code = Regex.Match(Text, $@"\n## {section}\n```\w+\n(?<code>.*?)\n```\n", RegexOptions.Singleline);
        Assert.True(code.Success, $"{Id}.md has no code under '{section}'.");
        return code.Groups["code"].Value;
    }

    [GeneratedRegex(@"^\# (?<id>ACT\d{4}): (?<title>.+)\n\n\| category \| severity \| fix \|\n\|---\|---\|---\|\n\| (?<category>.+?) \| (?<severity>.+?) \| (?<fix>.+?) \|\n\n")]
    private static partial Regex Head { get; }

    private static string SourceFolder([CallerFilePath] string path = "") => Path.GetDirectoryName(path)!;
}
