using System.Globalization;
using ActGen.Generator;
using ActGen.Generator.Formulas;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.CompileTime;

/// <summary>The generators on a network of 100 layers and on deep convolutional ones: when they are new, and after an edit elsewhere in the program.</summary>
internal static class GeneratorTimes
{
    private const int Layers = 100, Rounds = 15;

    public static void Print()
    {
        Console.WriteLine();
        Print($"{Layers} layers and a formula", Rounds, static round => [Network(16 + round), Serf(round)]);
        Print("VGG-16", 3, static round => [ImageNetwork(3, 224, round, Convolutions(64, 64, 0, 128, 128, 0, 256, 256, 256, 0, 512, 512, 512, 0, 512, 512, 512, 0) + "[Flatten] [Dense(4096), ReLU] [Dropout(0.5)] [Dense(4096), ReLU] [Dropout(0.5)]")]);
        foreach (int blocks in (ReadOnlySpan<int>)[8, 50, 140])
        {
            Print($"{blocks} residual blocks of two convolutions with batch normalisation", blocks > 100 ? 1 : 3, round =>
            [
                "using ActGen;\n[Block] [Conv2D(16, 3, Padding = Padding.Same, Bias = false)] [BatchNorm, ReLU] [Conv2D(16, 3, Padding = Padding.Same, Bias = false)] [BatchNorm]\npublic sealed partial class Refine;",
                ImageNetwork(16, 24, round, $"[Residual<Refine>(Repeat = {blocks})]\n[ReLU, GlobalAveragePool]\n"),
            ]);
        }
    }

    /// <param name="name">What is generated.</param>
    /// <param name="rounds">Rounds that count, behind as many that warm up.</param>
    /// <param name="files">The program of a round, other sizes each time: nothing is remembered from the round before.</param>
    private static void Print(string name, int rounds, Func<int, string[]> files)
    {
        var first = new List<double>();
        var unrelated = new List<double>();
        for (int round = 0; round < 2 * rounds; round++)
        {
            CSharpCompilation program = TestCompilation.Create(files(round));
            _ = program.GetDiagnostics();
            GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator(), new ActivationFunctionGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
            double time = Stopwatches.Time(() => driver = driver.RunGenerators(program));
            if (driver.GetRunResult().GeneratedTrees.Any(tree => tree.ToString().Contains("NetworkDeclarationException", StringComparison.Ordinal)))
                throw new InvalidOperationException($"{name}: the declaration has an error, so that nothing was generated.");
            CSharpCompilation edited = program.AddSyntaxTrees(TestCompilation.Parse($"class Unrelated {{ int n = {round}; }}", "Unrelated.cs"));
            double timeOfEdit = Stopwatches.Time(() => driver = driver.RunGenerators(edited));
            if (round < rounds)
                continue;
            first.Add(time);
            unrelated.Add(timeOfEdit);
        }
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name}, new: {Stopwatches.Least(first):F1} ms; after an unrelated edit: {Stopwatches.Least(unrelated):F2} ms"));
    }

    private static string ImageNetwork(int channels, int size, int round, string layers) =>
        $"using ActGen;\n[Network({channels}, {size + round}, {size})]\n{layers}[Dense(10)]\n[CrossEntropyLoss]\npublic sealed partial class Images;";

    /// <summary>Convolutions of 3×3 with ReLU; 0 is a pool.</summary>
    private static string Convolutions(params int[] filters) =>
        string.Concat(filters.Select(count => count == 0 ? "[MaxPool2D(2)]\n" : $"[Conv2D({count}, 3, Padding = Padding.Same), ReLU]\n"));

    private static string Network(int width) =>
        $"using ActGen;\n[Network({width})]\n{string.Concat(Enumerable.Range(0, (Layers / 2) - 1).Select(i => $"[Dense({width + (i % 3)}), {Activation(i)}]\n"))}[Dense(10)]\n[CrossEntropyLoss]\npublic sealed partial class Deep;";

    private static string Activation(int layer) => (layer % 5) switch { 0 => "ReLU", 1 => "GELU", 2 => "LeakyReLU(0.1)", 3 => "Tanh", _ => "Activation<Serf>" };

    private static string Serf(int round) =>
        $"using ActGen;\n[ActivationFunction] public readonly partial struct Serf {{ public static float Formula(float x) => x * Functions.Erf(Functions.Softplus(x)) + {round}e-9f * x; }}";
}
