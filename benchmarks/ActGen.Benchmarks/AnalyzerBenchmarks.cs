using ActGen.Testing;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.Benchmarks;

/// <summary>Compiler diagnostics of a generated project, alone and with those of the analyzers; the networks are new each time.</summary>
public class AnalyzerBenchmarks
{
    private int _round;
    private CSharpCompilation _program = null!;

    [Params(20)]
    public int Networks { get; set; }

    [IterationSetup]
    public void Generate() => _program = GeneratorHarness.RunOnce(TestCompilation.Create(CompileTime.SampleNetworks.Files(Networks, _round++).Select(file => file.Text))).Output;

    [Benchmark(Baseline = true)]
    public object CompilerAlone() => _program.GetDiagnostics();

    [Benchmark]
    public object WithAnalyzers() => _program
        .WithAnalyzers(ProductAnalyzers.Create(), new CompilationWithAnalyzersOptions(new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: false))
        .GetAllDiagnosticsAsync().Result;
}
