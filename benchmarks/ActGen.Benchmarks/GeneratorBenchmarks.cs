using ActGen.Testing;
using BenchmarkDotNet.Attributes;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.Benchmarks;

/// <summary>The generators on a project that is new to them each time: other widths, so that nothing is remembered.</summary>
public class GeneratorBenchmarks
{
    private int _round;
    private CSharpCompilation _program = null!;

    [Params(1, 20)]
    public int Networks { get; set; }

    [IterationSetup]
    public void Parse()
    {
        _program = TestCompilation.Create(CompileTime.SampleNetworks.Files(Networks, _round++).Select(file => file.Text));
        // What the compiler does for itself before it asks generators.
        _ = _program.GlobalNamespace.GetMembers();
    }

    [Benchmark]
    public object Generate() => GeneratorHarness.RunOnce(_program).Output;
}
