using System.Globalization;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Runtime.Tests.Proofs.Programs;

/// <summary>A way in which a user's project may be set up.</summary>
/// <param name="Name">For the test's name.</param>
/// <param name="Options">Nullable, checked, warning level.</param>
/// <param name="MoreSources">Other files of the project.</param>
internal sealed record CompileVariant(string Name, CSharpCompilationOptions Options, params string[] MoreSources)
{
    // A type named System in the global namespace hides the framework from everybody, the compiler's own usings included.
    private static readonly string[] FrameworkTypes = ["Span", "ReadOnlySpan", "MathF", "Math", "Double", "Single", "Array", "IReadOnlyList", "InvalidOperationException"];

    private static readonly string[] KernelTypes = ["Dense", "Elementwise", "Dropout", "Rowwise", "Softmax", "LogSoftmax", "Maxout", "Gate", "Randomized", "PerChannel", "LossKernels", "Pass", "Work", "NetworkState", "NetworkDefinition", "ParameterInfo", "ActivationOperand"];

    private static readonly CSharpCompilationOptions Strict = TestCompilation.Options
        .WithWarningLevel(9999)
        .WithGeneralDiagnosticOption(ReportDiagnostic.Error);

    public static IReadOnlyList<CompileVariant> All { get; } =
    [
        new("strict", Strict),
        new("checked arithmetic", Strict.WithOverflowChecks(true)),
        new("optimised", Strict.WithOptimizationLevel(OptimizationLevel.Release)),
        new("nullable off", Strict.WithNullableContextOptions(NullableContextOptions.Disable)),
        new("nullable warnings", Strict.WithNullableContextOptions(NullableContextOptions.Warnings)),
        new("types with the framework's names", Strict, InNamespace("Proofs", ["System", .. FrameworkTypes])),
        new("types with the framework's names in the global namespace", Strict, InNamespace(null, FrameworkTypes)),
        new("types with the names that generated code calls", Strict, InNamespace("Proofs", KernelTypes)),
    ];

    /// <summary>Compiles networks with their generated part, without the line that silences the compiler there.</summary>
    /// <exception cref="HarnessException">The compiler has something to say.</exception>
    public void AssertCompiles(GeneratorRun run)
    {
        IEnumerable<string> generated = run.Sources.Values.Select(WithoutPragma);
        CSharpCompilation compilation = TestCompilation.Create(
            [.. run.Input.SyntaxTrees.Select(tree => tree.ToString()), .. MoreSources, .. generated],
            references: null,
            options: Options.WithSpecificDiagnosticOptions([new("CS1701", ReportDiagnostic.Suppress)]));
        Diagnostic[] said = [.. compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity > DiagnosticSeverity.Hidden)];
        if (said.Length > 0)
            throw new HarnessException(string.Create(CultureInfo.InvariantCulture, $"{said.Length} diagnostics under '{Name}'; the first ones:\n{TestCompilation.Describe(said.Take(5))}"));
    }

    private static string WithoutPragma(string text) =>
        string.Join('\n', text.Split('\n').Where(line => !line.TrimStart().StartsWith("#pragma warning disable", StringComparison.Ordinal)));

    private static string InNamespace(string? space, string[] names) =>
        $"{(space is null ? "" : $"namespace {space};\n")}{string.Join('\n', names.Select(name => $"internal static class {name};"))}";
}
