using System.Globalization;
using System.Reflection;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Frontend.Symbols;

namespace ActGen.CompileTime;

/// <summary>The analysis of deep and narrow stacks, of which the share that is born dead is estimated: the longest computation that a network can ask for.</summary>
internal static class StackTimes
{
    private const int Rounds = 9;

    public static void Print()
    {
        Console.WriteLine();
        Console.WriteLine($"{"ms",-24}{"analysis",9}{"born dead",11}");
        foreach ((string activation, int width, int depth) in new[]
        {
            ("ReLU", 2, 10), ("ReLU", 2, 100), ("ReLU", 3, 20), ("ReLU", 4, 100), ("ReLU", 5, 100), ("ReLU", 6, 100), ("ReLU", 8, 101), ("ReLU", 9, 490),
            ("ReLU", 10, 490), ("ReLU", 12, 103), ("ReLU", 12, 490), ("ReLU", 64, 100), ("ReLU6", 4, 100), ("HardTanh", 4, 100), ("HardSwish", 6, 100), ("GELU", 4, 100),
        })
        {
            // The input size changes every time: nothing is remembered from the round before.
            NetworkAnalysis analysis = null!;
            double time = Stopwatches.Least(Enumerable.Range(1, 2 * Rounds).Select(round => Stopwatches.Time(() => analysis = NetworkAnalysis.Of(Stack(activation, 20 + round, width, depth)))).Skip(Rounds));
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{depth + " × " + width + " " + activation,-24}{time,9:F2}{analysis.Plan?.Signal.BornDead,11:P1}"));
        }
    }

    private static NetworkDeclaration Stack(string activation, int inputs, int width, int depth)
    {
        CompiledFormulaAttribute compiled = typeof(Formulas).GetNestedType(activation)!.GetCustomAttribute<CompiledFormulaAttribute>()!;
        var formula = new Formula(activation, activation, FormulaSerializer.ReadParameters(compiled.Parameters)!.Value, FormulaSerializer.ReadExpression(compiled.Expression)!, FormulaSerializer.ReadRule(compiled.Keeps)!);
        LayerDeclaration[] block =
        [
            new(LayerKind.Dense, "Dense", [new("units", width, []) { IsOfConstructor = true }]),
            new(LayerKind.Activation, activation, [], new FormulaReference(activation, activation, IsOfThisCompilation: false, formula)),
        ];
        return new(
            new TypeIdentity("", [new TypeHeader("class", "Stack", "")], "Stack"), new TargetFacts(), [inputs], 1, HasTelemetry: false,
            [.. Enumerable.Repeat(block, depth).SelectMany(layers => layers), block[0]]);
    }
}
