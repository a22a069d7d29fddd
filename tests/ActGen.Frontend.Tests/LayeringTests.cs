using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ActGen.Frontend.Tests;

/// <summary>The front end is a stack: each namespace knows those below it. docs/architecture.md draws it.</summary>
public sealed class LayeringTests
{
    private static readonly string[][] Stack =
    [
        ["Collections"], ["Symbols"], ["Calculus", "Shapes"], ["Losses", "Facts", "Diagnostics"], ["Model"], ["Propagation"], ["Layers"], ["Analysis"], ["Meaning", "Attributes"],
    ];

    [Fact]
    public void Namespaces_know_only_those_below_them()
    {
        string[] files = [.. Directory.EnumerateFiles(Folder(), "*.cs", SearchOption.AllDirectories).Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}"))];
        List<string> upward = [];
        foreach (string file in files)
        {
            string text = File.ReadAllText(file);
            if (Own(text) is not { } own)
                continue;
            upward.AddRange(Regex.Matches(text, @"ActGen\.Frontend\.(\w+)").Select(match => match.Groups[1].Value).Distinct()
                .Where(other => other != own && Rank(other) >= Rank(own))
                .Select(other => $"{Path.GetFileName(file)}: {own} knows {other}"));
        }

        Assert.True(files.Length > 100);
        Assert.Equal("", string.Join("\n", upward));
    }

    private static string? Own(string text) => Regex.Match(text, @"^namespace ActGen\.Frontend\.(\w+)", RegexOptions.Multiline) is { Success: true } match ? match.Groups[1].Value : null;

    private static int Rank(string name) => Array.FindIndex(Stack, names => names.Contains(name)) is >= 0 and int rank ? rank : throw new InvalidOperationException($"{name} has no place in the stack.");

    private static string Folder([CallerFilePath] string path = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "src", "ActGen.Frontend"));
}
