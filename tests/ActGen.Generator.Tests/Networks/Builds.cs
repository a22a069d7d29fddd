using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Generator.Tests.Networks;

internal static class Builds
{
    /// <summary>Demands that generated files compile without warnings; a formula that is meant to be wrong may stand beside them.</summary>
    public static GeneratorRun AssertBuilds(this GeneratorRun run)
    {
        var failures = run.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error || IsGenerated(diagnostic)).ToArray();
        if (failures.Length > 0)
            throw new HarnessException(TestCompilation.Describe(failures.Take(10)));
        return run;

        bool IsGenerated(Diagnostic diagnostic) => diagnostic.Location.SourceTree is { } tree && !run.Input.SyntaxTrees.Contains(tree);
    }
}
