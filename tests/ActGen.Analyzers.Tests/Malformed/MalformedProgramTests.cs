using System.Collections.Immutable;
using System.Globalization;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Xunit.Abstractions;

namespace ActGen.Analyzers.Tests.Malformed;

/// <summary>
/// Generators and analyzers survive any program: no AD0001, no CS8785, no hang. A slice runs always, 100,000 programs with
/// <c>ACTGEN_FUZZ=100000 dotnet test tests/ActGen.Analyzers.Tests --filter MalformedProgramTests --logger "console;verbosity=detailed"</c>:
/// all beginnings, and half-typed lines and mutations in equal parts.
/// </summary>
public class MalformedProgramTests(ITestOutputHelper output)
{
    private const int Slice = 100;

    // Ten thousand times what a program takes: tells a hang from a slow machine.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly CSharpCompilation Project = TestCompilation.Create(AnalyzerTest.Usings);

    private static readonly int Wanted = int.Parse(Environment.GetEnvironmentVariable("ACTGEN_FUZZ") ?? "0", CultureInfo.InvariantCulture);

    private static readonly int Others = Math.Max(Slice, (Wanted - MalformedPrograms.CharacterCount + 1) / 2);

    [Fact]
    public Task Any_beginning_of_a_program() => CheckAsync(Characters(Wanted > 0 ? MalformedPrograms.CharacterCount : Slice), MalformedPrograms.Beginning);

    [Fact]
    public Task Any_beginning_of_a_line() => CheckAsync(Characters(Others), MalformedPrograms.HalfTypedLine);

    [Fact]
    public Task Programs_with_pieces_missing_doubled_swapped_or_replaced() => CheckAsync(Enumerable.Range(0, Others), MalformedPrograms.Mutation);

    /// <summary>Places spread over all programs.</summary>
    private static IEnumerable<int> Characters(int count) =>
        Enumerable.Range(0, Math.Min(count, MalformedPrograms.CharacterCount)).Select(index => (int)((long)index * MalformedPrograms.CharacterCount / count));

    private async Task CheckAsync(IEnumerable<int> indices, Func<int, string> program)
    {
        int count = 0, reported = 0;
        await Parallel.ForEachAsync(indices, async (index, _) =>
        {
            string text = program(index);
            ImmutableArray<Diagnostic> found = await CheckAsync(text, $"number {index}", isBuild: index % 2 == 0);
            Interlocked.Increment(ref count);
            Interlocked.Add(ref reported, found.IsEmpty ? 0 : 1);
        });
        output.WriteLine($"{count} programs, {reported} of them with findings");
    }

    private static async Task<ImmutableArray<Diagnostic>> CheckAsync(string text, string name, bool isBuild)
    {
        try
        {
            return await Task.Run(() => AnalyzeAsync(text, isBuild)).WaitAsync(Patience);
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

    // An editor asks for one file, a build for the whole project.
    private static Task<ImmutableArray<Diagnostic>> AnalyzeAsync(string text, bool isBuild)
    {
        SyntaxTree file = TestCompilation.Parse(text, "Program.cs");
        CSharpCompilation program = GeneratorHarness.RunOnce(Project.AddSyntaxTrees(file)).Output;
        return isBuild ? AnalyzerHarness.DiagnosticsAsync(program) : AnalyzerHarness.DiagnosticsOfFileAsync(program, file);
    }
}
