using System.Globalization;
using ActGen.Frontend.Calculus;
using ActGen.Gallery.Catalogue;

namespace ActGen.Gallery.Pages;

/// <summary>The page of one activation.</summary>
internal static class ActivationPage
{
    public static string Of(Activation activation, CostTable costs)
    {
        var page = new MarkdownWriter();
        page.Heading(1, activation.Name);
        page.Block(activation.Prose.Summary);
        page.Block($"![{activation.Name} and its derivative]({activation.Name}.svg)");
        WhenToUse(page, activation);
        Formula(page, activation);
        Facts(page, activation, costs.Of(activation.Name));
        ElsewhereSection.Write(page, activation.Prose);
        page.Block("[All activations](README.md)");
        return page.Finish();
    }

    private static void WhenToUse(MarkdownWriter page, Activation activation)
    {
        page.Heading(2, "When to use");
        page.Block(activation.Prose.WhenToUse);
        string call = $"Activations.{activation.Name}(source, destination);";
        page.Code("csharp", activation.Attribute is { } attribute ? $"[Dense(128), {attribute}]          // in a network\n{call}" : call);
    }

    private static void Formula(MarkdownWriter page, Activation activation)
    {
        FormulaAnalysis analysis = activation.Analysis;
        page.Heading(2, "Formula");
        page.Code("csharp", activation.Source);
        List<string> lines = [$"f(x)  = {analysis.Text}", $"f′(x) = {analysis.DerivativeTextFor(Operand.Derivative)}"];
        if (analysis.DerivativeOfOutput is not null)
            lines.Add($"      = {analysis.DerivativeTextFor(Operand.Output)}   with y = f(x)");
        for (int i = 0; i < activation.Formula.Parameters.Count; i++)
        {
            if (activation.Formula.Parameters[i].IsLearnable)
                lines.Add($"∂f/∂{activation.Formula.Parameters[i].Name} = {FormulaText.Of(analysis.ParameterDerivatives[i], activation.Formula.Parameters)}");
        }
        page.Code("text", string.Join('\n', lines));
        page.Block($"Everything but the first line was derived by the compiler: [the generated kernel](../../tests/ActGen.Generator.Tests/Formulas/Snapshots/{activation.Name}.g.cs.txt).");
        if (activation.Formula.Parameters.Count > 0)
        {
            page.Table(["parameter", "default", "meaning"], activation.Formula.Parameters.Select((parameter, i) => (IReadOnlyList<string>)
                [$"`{parameter.Name}`{(parameter.IsLearnable ? ", learned" : "")}", NumberText.Of(parameter.Default), activation.Prose.Parameters[i].Meaning]));
        }
    }

    private static void Facts(MarkdownWriter page, Activation activation, Cost? cost)
    {
        FormulaFacts facts = activation.Facts;
        page.Heading(2, "Facts");
        var rows = new List<IReadOnlyList<string>>
        {
            new[] { "range", FactText.Range(facts.Range) },
            new[] { "towards −∞, ∞", $"{FactText.End(facts.Below)}; {FactText.End(facts.Above)}" },
            new[] { "shape", FactText.Shape(facts) },
            new[] { "mean output E f(z)", FactText.Centre(facts) },
            new[] { "slope", FactText.Range(facts.SlopeRange) },
            new[] { "saturates", FactText.Saturation(facts) },
            new[] { "gradient exactly 0", FactText.DeadRegions(facts) },
        };
        rows.AddRange(facts.Jumps.Select(jump => new[] { "jump", FactText.Jump(jump) }));
        rows.AddRange(facts.Kinks.Select(kink => new[] { "kink: the slope jumps", FactText.Kink(kink) }));
        AddExtrema(rows, "extremum", facts.Extrema);
        AddExtrema(rows, "extremum of the slope", facts.SlopeExtrema);
        rows.Add(["overflows in float", FactText.Overflow(facts)]);
        rows.Add(["gain 1/√E f(z)²", Digits(facts.Gain)]);
        rows.Add(["backward gain 1/√E f′(z)²", Digits(facts.BackwardGain)]);
        rows.Add(["backward keeps", FactText.Keeps(activation.Formula)]);
        if (cost is not null)
            rows.Add(["cost per element, forward and backward", $"{NumberText.Of(cost.Forward)} ns, {NumberText.Of(cost.Backward)} ns"]);
        page.Table(["", activation.Formula.Parameters.Count > 0 ? "with the default parameters" : ""], rows);
        page.Block("z is standard normal. Weights behind this activation are drawn with its gain, so that every pre-activation starts with mean square 1.");
    }

    /// <summary>A wave has too many to list: the ones around 0 say it.</summary>
    private static void AddExtrema(List<IReadOnlyList<string>> rows, string name, IEnumerable<Extremum> extrema) =>
        rows.AddRange(extrema.OrderBy(extremum => Math.Abs(extremum.X)).Take(4).OrderBy(extremum => extremum.X).Select(extremum => new[] { name, FactText.Extremum(extremum) }));

    private static string Digits(double gain) => double.IsNaN(gain) ? "–" : gain.ToString("F4", CultureInfo.InvariantCulture);
}
