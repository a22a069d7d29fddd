using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using ActGen.Analyzers.Tests.Corpus;

namespace ActGen.Analyzers.Tests.Malformed;

/// <summary>Programs that are broken in a known way: number n is the same program on every machine.</summary>
internal static class MalformedPrograms
{
    // The corpus, and what the samples declare and do.
    private static readonly ImmutableArray<string> Sound = [.. CorpusProgram.All.Select(program => program.Code), .. Samples()];

    private static readonly int[] Ends = RunningSum();

    /// <summary>Characters of all programs together, each a place where one may be cut.</summary>
    public static int CharacterCount => Ends[^1];

    /// <summary>A program cut at some character.</summary>
    public static string Beginning(int index)
    {
        (string program, int cut) = At(index);
        return program[..cut];
    }

    /// <summary>A program of which one line is typed up to some character; what follows that line is there.</summary>
    public static string HalfTypedLine(int index)
    {
        (string program, int cut) = At(index);
        int end = program.IndexOf('\n', cut);
        return program[..cut] + (end < 0 ? "" : program[end..]);
    }

    /// <summary>A program in which tokens were deleted, doubled, swapped, replaced by extreme values or odd names.</summary>
    public static string Mutation(int index)
    {
        var random = new Random(index);
        return ProgramMutation.Of(Sound[index % Sound.Length], Sound[random.Next(Sound.Length)], random);
    }

    private static (string Program, int Cut) At(int index)
    {
        int at = Array.BinarySearch(Ends, index + 1);
        at = at < 0 ? ~at : at;
        return (Sound[at], index - (at == 0 ? 0 : Ends[at - 1]));
    }

    private static int[] RunningSum()
    {
        int sum = 0;
        return [.. Sound.Select(program => sum += program.Length)];
    }

    private static IEnumerable<string> Samples([CallerFilePath] string caller = "") =>
        Directory.GetFiles(Path.GetFullPath(Path.Combine(Path.GetDirectoryName(caller)!, "../../../samples")), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Order(StringComparer.Ordinal)
            .Select(path => File.ReadAllText(path).ReplaceLineEndings("\n"));
}
