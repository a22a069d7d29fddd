using System.Globalization;
using ActGen.Generator;
using ActGen.Generator.Formulas;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace ActGen.CompileTime;

/// <summary>The generators on a network of 100 layers: when it is new, and after an edit elsewhere in the program.</summary>
internal static class GeneratorTimes
{
    private const int Layers = 100, Rounds = 15;

    public static void Print()
    {
        var first = new List<double>();
        var unrelated = new List<double>();
        for (int round = 0; round < 2 * Rounds; round++)
        {
            // Another width each time: nothing is remembered from the round before.
            CSharpCompilation program = TestCompilation.Create(Network(16 + round), Serf(round));
            _ = program.GetDiagnostics();
            GeneratorDriver driver = CSharpGeneratorDriver.Create([new NetworkGenerator().AsSourceGenerator(), new ActivationFunctionGenerator().AsSourceGenerator()], parseOptions: TestCompilation.ParseOptions);
            double time = Stopwatches.Time(() => driver = driver.RunGenerators(program));
            CSharpCompilation edited = program.AddSyntaxTrees(TestCompilation.Parse($"class Unrelated {{ int n = {round}; }}", "Unrelated.cs"));
            double timeOfEdit = Stopwatches.Time(() => driver = driver.RunGenerators(edited));
            if (round < Rounds)
                continue;
            first.Add(time);
            unrelated.Add(timeOfEdit);
        }
        Console.WriteLine();
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{Layers} layers and a formula, new: {Stopwatches.Least(first):F1} ms; after an unrelated edit: {Stopwatches.Least(unrelated):F2} ms"));
    }

    private static string Network(int width) =>
        $"using ActGen;\n[Network({width})]\n{string.Concat(Enumerable.Range(0, (Layers / 2) - 1).Select(i => $"[Dense({width + (i % 3)}), {Activation(i)}]\n"))}[Dense(10)]\n[CrossEntropyLoss]\npublic sealed partial class Deep;";

    private static string Activation(int layer) => (layer % 5) switch { 0 => "ReLU", 1 => "GELU", 2 => "LeakyReLU(0.1)", 3 => "Tanh", _ => "Activation<Serf>" };

    private static string Serf(int round) =>
        $"using ActGen;\n[ActivationFunction] public readonly partial struct Serf {{ public static float Formula(float x) => x * Functions.Erf(Functions.Softplus(x)) + {round}e-9f * x; }}";
}
