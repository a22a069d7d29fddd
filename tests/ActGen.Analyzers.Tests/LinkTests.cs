using System.Text.RegularExpressions;

namespace ActGen.Analyzers.Tests;

/// <summary>Links within the repository's pages lead somewhere, headings included.</summary>
public partial class LinkTests
{
    private static readonly string Repository = Path.GetFullPath(Path.Combine(RulePage.Folder, "../.."));

    public static TheoryData<string> Pages =>
    [
        .. Directory.GetFiles(Repository, "*.md")
            .Concat(Directory.GetFiles(Path.Combine(Repository, "docs"), "*.md", SearchOption.AllDirectories))
            .Concat(Directory.GetDirectories(Path.Combine(Repository, "samples")).SelectMany(sample => Directory.GetFiles(sample, "*.md")))
            .Select(path => Path.GetRelativePath(Repository, path))
            .Order(StringComparer.Ordinal),
    ];

    [Theory]
    [MemberData(nameof(Pages))]
    public void Links_lead_to_pages_and_headings(string page)
    {
        string path = Path.Combine(Repository, page);
        foreach (Match link in Link.Matches(WithoutCode(File.ReadAllText(path))))
        {
            string file = link.Groups["file"].Value, anchor = link.Groups["anchor"].Value;
            string target = file.Length == 0 ? path : Path.Combine(Path.GetDirectoryName(path)!, file);
            Assert.True(File.Exists(target) || Directory.Exists(target), $"{page}: {link.Value} leads nowhere.");
            Assert.True(anchor.Length == 0 || Anchors(target).Contains(anchor), $"{page}: {link.Value} names no heading or line of {file}.");
        }
    }

    /// <summary>Lines of code, and headings as GitHub names them: small letters, hyphens for blanks, other punctuation left out.</summary>
    private static HashSet<string> Anchors(string path) => !path.EndsWith(".md", StringComparison.Ordinal)
    ? [.. File.ReadLines(path).Select((_, index) => $"L{index + 1}")]
    :
    [
        .. Heading.Matches(WithoutCode(File.ReadAllText(path)))
            .Select(heading => NotInAnchor.Replace(heading.Groups["text"].Value.Trim().ToLowerInvariant(), "").Replace(' ', '-')),
    ];

    private static string WithoutCode(string page) => Fence.Replace(page.ReplaceLineEndings("\n"), "");

    [GeneratedRegex(@"\]\((?!https?:|mailto:)(?<file>[^)#\s]*)(#(?<anchor>[^)\s]+))?\)")]
    private static partial Regex Link { get; }

    [GeneratedRegex(@"^#+ (?<text>.+)$", RegexOptions.Multiline)]
    private static partial Regex Heading { get; }

    [GeneratedRegex(@"[^\w\- ]")]
    private static partial Regex NotInAnchor { get; }

    [GeneratedRegex(@"^ *```.*?^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fence { get; }
}
