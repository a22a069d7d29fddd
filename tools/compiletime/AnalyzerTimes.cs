using System.Collections.Immutable;
using System.Globalization;
using ActGen.Analyzers.Declarations;
using ActGen.Analyzers.Findings;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Meaning;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;

namespace ActGen.CompileTime;

/// <summary>What the analyzers add to compiling a project of 200 networks, as in a compiler server: their code is warm, the networks are new.</summary>
internal static class AnalyzerTimes
{
    private const int Networks = 200, Rounds = 5, WarmUp = 2;

    private static int _next;

    public static void Print()
    {
        var without = new List<double>();
        var with = new List<double>();
        var byAnalyzer = new Dictionary<string, List<double>>();
        for (int round = 0; round < WarmUp + Rounds; round++)
        {
            double plain = Stopwatches.Time(() => Compile([new Idle()]));
            var times = new Dictionary<string, double>();
            double analyzed = Stopwatches.Time(() => times = Compile(ProductAnalyzers.Create()));
            if (round < WarmUp)
                continue;
            without.Add(plain);
            with.Add(analyzed);
            foreach ((string name, double time) in times)
                byAnalyzer[name] = [.. byAnalyzer.GetValueOrDefault(name) ?? [], time];
        }
        Console.WriteLine(Invariant($"{Networks} networks: compiled in {Stopwatches.Median(without):F0} ms, with analyzers in {Stopwatches.Median(with):F0} ms; ratios {string.Join(", ", without.Zip(with, (plain, analyzed) => (analyzed / plain).ToString("F2", CultureInfo.InvariantCulture)))}"));
        foreach ((string name, List<double> times) in byAnalyzer)
            Console.WriteLine(Invariant($"  {name,-24}{Stopwatches.Median(times),8:F1} ms, {Stopwatches.Median(times) / Networks,6:F3} ms per network"));
        PrintRules();
    }

    /// <summary>Parses, generates, analyzes, emits.</summary>
    /// <returns>What each analyzer took, in milliseconds.</returns>
    private static Dictionary<string, double> Compile(ImmutableArray<DiagnosticAnalyzer> analyzers)
    {
        CSharpCompilation program = Generated();
        var times = new Dictionary<string, double>();
        CompilationWithAnalyzers analyzed = program.WithAnalyzers(analyzers, new CompilationWithAnalyzersOptions(
            new AnalyzerOptions([]), onAnalyzerException: null, concurrentAnalysis: true, logAnalyzerExecutionTime: true));
        AnalysisResult result = analyzed.GetAnalysisResultAsync(CancellationToken.None).Result;
        foreach ((DiagnosticAnalyzer analyzer, var telemetry) in result.AnalyzerTelemetryInfo)
            times[analyzer.GetType().Name] = telemetry.ExecutionTime.TotalMilliseconds;
        program = (CSharpCompilation)analyzed.Compilation;
        using var image = new MemoryStream();
        if (program.Emit(image) is { Success: false } failed)
            throw new InvalidOperationException(TestCompilation.Describe(failed.Diagnostics.Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error)));
        return times;
    }

    /// <summary>Each rule on new networks, the parts that rules share apart.</summary>
    private static void PrintRules()
    {
        CSharpCompilation program = Generated();
        var declared = DeclaredNetworks.Of(program);
        INamedTypeSymbol[] types = [.. Enumerable.Range(0, Networks).Select(i => program.GetTypeByMetadataName($"Sample.N{i}.Net")!)];
        var networks = new NetworkMeaning[Networks];
        var costs = new Dictionary<string, double>
        {
            ["reading, analysis (remembered from the generator)"] = Sum(i => networks[i] = NetworkMeaning.Of(declared.AnalysisOf(types[i], default)!)),
        };
        foreach (NetworkRule rule in NetworkRules.All)
            costs[rule.Descriptor.Id + " " + rule.GetType().Name] = Sum(i => rule.Find(networks[i], RuleOptions.Default).Count());
        Console.WriteLine("The costliest parts, per network:");
        foreach ((string name, double cost) in costs.OrderByDescending(part => part.Value).Take(10))
            Console.WriteLine(Invariant($"  {name,-52}{cost,8:F3} ms"));
    }

    /// <summary>What a project pays for any analyzer that looks at method bodies, as those of the SDK do.</summary>
#pragma warning disable RS1036, RS1038, RS1041 // No analyzer of a package.
    [DiagnosticAnalyzer(LanguageNames.CSharp)]
    private sealed class Idle : DiagnosticAnalyzer
#pragma warning restore
    {
        public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } = [new("IDLE", "idle", "idle", "idle", DiagnosticSeverity.Info, isEnabledByDefault: true)];

        public override void Initialize(AnalysisContext context)
        {
            context.EnableConcurrentExecution();
            context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
            context.RegisterSymbolAction(static _ => { }, SymbolKind.NamedType);
            context.RegisterOperationBlockAction(static _ => { });
        }
    }

    private static double Sum(Action<int> action) => Stopwatches.Time(() => { for (int i = 0; i < Networks; i++) action(i); }) / Networks;

    private static CSharpCompilation Generated() => GeneratorHarness.RunOnce(TestCompilation.Create(SampleNetworks.Files(Networks, _next++).Select(file => file.Text))).Output;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
