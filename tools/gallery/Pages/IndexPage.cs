using System.Globalization;
using ActGen.Frontend.Calculus;
using ActGen.Gallery.Catalogue;

namespace ActGen.Gallery.Pages;

/// <summary>The index: one picture and one table that compare all activations.</summary>
internal static class IndexPage
{
    public static string Of(IReadOnlyList<Activation> activations, IReadOnlyList<RowActivation> rows, CostTable costs)
    {
        var page = new MarkdownWriter();
        page.Heading(1, "Activations");
        page.Block("""
            Each is one formula in `src/ActGen.Runtime/Activations/Formulas`; derivative, kernel, facts and gain were derived from it by the compiler, as they
            are for a formula of yours ([sample](../../samples/CustomActivation)). These pages are generated: `dotnet run --project tools/gallery`.
            """);
        page.Block("![All activations and their derivatives](comparison.svg)");
        page.Block("Solid: f(x); dashed: f′(x). All cells show x from −4 to 4 and y from −2 to 4. Dots: a full one is the value where f jumps, an empty one is not attained.");
        page.Heading(2, "Compared");
        Table(page, activations, costs);
        Legend(page, costs);
        page.Heading(2, "Of a whole row, gates and random ones");
        page.Table(["activation", ""], rows.Select(row => new[] { $"[{row.Name}]({row.Name}.md)", row.Prose.Summary }));
        return page.Finish();
    }

    private static void Table(MarkdownWriter page, IReadOnlyList<Activation> activations, CostTable costs)
    {
        string[] header = ["activation", "f(x)", "range", "slope", "mean", "gradient 0", "gain", "backward gain", "keeps"];
        page.Table(costs.IsEmpty ? header : [.. header, "forward ns", "backward ns"], activations.Select(activation => Row(activation, costs)));
    }

    private static IReadOnlyList<string> Row(Activation activation, CostTable costs)
    {
        FormulaFacts facts = activation.Facts;
        string[] row =
        [
            $"[{activation.Name}]({activation.Name}.md)",
            $"`{activation.Analysis.Text}`",
            FactText.Range(facts.Range),
            FactText.Range(facts.SlopeRange),
            FactText.Centre(facts),
            facts.Moments.DeadShare == 0 ? "–" : FactText.Percent(facts.Moments.DeadShare),
            Digits(facts.Gain),
            Digits(facts.BackwardGain),
            Kept(activation.Formula.Keeps.Operand),
        ];
        return costs.IsEmpty ? row : [.. row, Cost(costs.Of(activation.Name)?.Forward), Cost(costs.Of(activation.Name)?.Backward)];
    }

    private static void Legend(MarkdownWriter page, CostTable costs)
    {
        List<string> items =
        [
            "*slope*: all values of f′. *Mean*: E f(z) for standard normal z; where it is 0 the next layer sees no offset.",
            "*gradient 0*: share of standard normal inputs at which f′ is exactly 0.",
            "*gain*: 1/√E f(z)², with which `Initializer.Auto` scales the weights behind the activation; *backward gain*: 1/√E f′(z)².",
            "*keeps*: what the backward pass reads instead of the input. y lies in the input's place; d is f′(x), computed with y; x where a learned parameter needs it.",
        ];
        if (!costs.IsEmpty)
            items.Add("*ns*: measured nanoseconds per element on one core, 4,096 elements in cache ([how](../benchmarks.md)).");
        page.List(items);
    }

    private static string Kept(Operand operand) => operand switch
    {
        Operand.None => "–",
        Operand.Output => "y",
        Operand.Derivative => "d",
        _ => "x",
    };

    private static string Digits(double gain) => double.IsNaN(gain) ? "–" : gain.ToString("F4", CultureInfo.InvariantCulture);

    private static string Cost(double? nanoseconds) => nanoseconds is { } cost ? NumberText.Of(cost) : "–";
}
