using System.Collections.Immutable;
using System.Globalization;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace ActGen.Analyzers.Tests.Malformed;

/// <summary>
/// Generators and analyzers survive any program: no AD0001, no CS8785, no hang. A slice runs always; all beginnings and 100,000 mutations:
/// <c>ACTGEN_FUZZ=100000 dotnet test tests/ActGen.Analyzers.Tests --filter MalformedProgramTests --logger "console;verbosity=detailed"</c>.
/// </summary>
public class MalformedProgramTests(ITestOutputHelper output)
{
    // What always runs: one character of 499 (a prime, so that all places of a line are met) and 150 mutations.
    private const int Step = 499, Mutations = 150;

    private static readonly int Wanted = int.Parse(Environment.GetEnvironmentVariable("ACTGEN_FUZZ") ?? "0", CultureInfo.InvariantCulture);

    // Ten thousand times what a program takes: tells a hang from a slow machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly CSharpCompilation Project = TestCompilation.Create(AnalyzerTest.Usings);

    [Fact]
    public Task Any_beginning_of_a_program() => CheckAsync(Characters(), MalformedPrograms.Beginning);

    [Fact]
    public Task Any_beginning_of_a_line() => CheckAsync(Characters(), MalformedPrograms.HalfTypedLine);

    [Fact]
    public Task Programs_with_pieces_missing_doubled_swapped_or_replaced() =>
        CheckAsync(Enumerable.Range(0, Math.Max(Wanted, Mutations)), MalformedPrograms.Mutation);

    private static IEnumerable<int> Characters() =>
        Enumerable.Range(0, MalformedPrograms.CharacterCount).Where(index => Wanted > 0 || index % Step == 0);

    private async Task CheckAsync(IEnumerable<int> indices, Func<int, string> program)
    {
        int count = 0, reported = 0;
        await Parallel.ForEachAsync(indices, async (index, _) =>
        {
            string text = program(index);
            ImmutableArray<Diagnostic> found = await CheckAsync(text, $"number {index}");
            Interlocked.Increment(ref count);
            Interlocked.Add(ref reported, found.IsEmpty ? 0 : 1);
        });
        output.WriteLine($"{count} programs, {reported} of them with findings");
    }

    private static async Task<ImmutableArray<Diagnostic>> CheckAsync(string text, string name)
    {
        try
        {
            return await Task.Run(() => AnalyzeAsync(text)).WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            throw new HarnessException($"{name}: nothing came back within {Patience} for:\n{text}");
        }
        catch (Exception exception)
        {
            throw new HarnessException($"{name}: {exception}\nfor:\n{text}");
        }
    }

    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string text) =>
        AnalyzerHarness.DiagnosticsAsync(GeneratorHarness.RunOnce(Project.AddSyntaxTrees(TestCompilation.Parse(text, "Program.cs"))).Output);
}
