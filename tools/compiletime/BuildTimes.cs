using System.Globalization;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.CompileTime;

/// <summary>What generating takes of compiling a project of 200 networks: from its sources to its assembly, with the generators, and with the files that they write as if a person had written them.</summary>
internal static class BuildTimes
{
    private const int Networks = 200, Rounds = 7, WarmUp = 2;

    public static void Print()
    {
        var written = new List<double>();
        var generated = new List<double>();
        int lines = 0;
        for (int round = 0; round < WarmUp + Rounds; round++)
        {
            string[] sources = [.. SampleNetworks.Files(Networks, round).Select(file => file.Text)];
            string[] all = [.. sources, .. GeneratorHarness.RunOnce(TestCompilation.Create(sources)).Result.GeneratedTrees.Select(tree => tree.ToString())];
            // Other networks than those above: nothing is remembered of them.
            string[] fresh = [.. SampleNetworks.Files(Networks, WarmUp + Rounds + round).Select(file => file.Text)];
            double withFiles = Stopwatches.Time(() => Emit(TestCompilation.Create(all)));
            double withGenerators = Stopwatches.Time(() => Emit(GeneratorHarness.RunOnce(TestCompilation.Create(fresh)).Output));
            lines = all.Skip(sources.Length).Sum(text => text.Count(character => character == '\n'));
            if (round < WarmUp)
                continue;
            written.Add(withFiles);
            generated.Add(withGenerators);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Networks} networks, {lines:N0} generated lines: compiled from files in {Stopwatches.Median(written):F0} ms, with the generators in {Stopwatches.Median(generated):F0} ms; ratios {string.Join(", ", written.Zip(generated, (one, other) => (other / one).ToString("F2", CultureInfo.InvariantCulture)))}"));
    }

    private static void Emit(CSharpCompilation program)
    {
        using var image = new MemoryStream();
        if (program.Emit(image) is { Success: false } failed)
            throw new InvalidOperationException(TestCompilation.Describe(failed.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
    }
}
