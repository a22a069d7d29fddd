using System.Globalization;
using System.Reflection;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.CompileTime;

/// <summary>What is derived from each of the library's formulas, and how long it takes the first time.</summary>
internal static class ActivationTimes
{
    private const int Rounds = 9;

    public static void Print(IReadOnlyCollection<string> names)
    {
        (string Name, CompiledFormulaAttribute Compiled)[] formulas =
        [
            .. typeof(Formulas).GetNestedTypes().OrderBy(type => type.Name, StringComparer.OrdinalIgnoreCase)
                .Select(type => (type.Name, Compiled: type.GetCustomAttribute<CompiledFormulaAttribute>()!)),
        ];
        // As in a compiler server: the components are compiled, the formulas are new.
        for (int round = 1; round <= Rounds; round++)
        {
            foreach ((string name, CompiledFormulaAttribute compiled) in formulas)
                _ = Times(name, compiled, round);
        }
        Console.WriteLine($"{"ms",-18}{"derive",9}{"kernel",9}{"moments",9}{"facts",9}{"check",9}{"all",9}");
        foreach ((string name, CompiledFormulaAttribute compiled) in formulas.Where(formula => names.Count == 0 || names.Contains(formula.Name)))
        {
            double[][] rounds = [.. Enumerable.Range(Rounds + 1, Rounds).Select(round => Times(name, compiled, round))];
            double[] least = [.. Enumerable.Range(0, rounds[0].Length).Select(i => Stopwatches.Least(rounds.Select(times => times[i])))];
            Console.WriteLine($"{name,-18}{string.Concat(least.Append(least.Sum()).Select(time => time.ToString("F2", CultureInfo.InvariantCulture).PadLeft(9)))}");
        }
    }

    private static double[] Times(string name, CompiledFormulaAttribute compiled, int round)
    {
        Expression written = FormulaSerializer.ReadExpression(compiled.Expression)!;
        // The same function in other words, so that nothing about it is remembered.
        for (int i = 0; i < round; i++)
            written = Expression.Of(Operator.Negate, Expression.Of(Operator.Negate, written));
        EquatableArray<FormulaParameter> parameters = FormulaSerializer.ReadParameters(compiled.Parameters)!.Value;
        var formula = new Formula(name, name, parameters, written, FormulaSerializer.ReadRule(compiled.Keeps)!);
        FormulaAnalysis analysis = null!;
        return
        [
            Stopwatches.Time(() => analysis = FormulaAnalysis.Of(formula)),
            Stopwatches.Time(() => _ = analysis.Kernel),
            // Moments are remembered by the simplified function, which is the same each time.
            Stopwatches.Time(() => Quadrature.Moments(analysis.Function, analysis.Derivative, formula.Defaults, 1)),
            Stopwatches.Time(() => FormulaFacts.Of(formula)),
            Stopwatches.Time(() => SelfCheck.FaultOf(formula)),
        ];
    }
}
