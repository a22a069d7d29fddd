using ActGen.Frontend.Calculus;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Analysis;

/// <summary>Whether a loss means something on the outputs that it gets.</summary>
internal static class LossChecks
{
    /// <param name="loss">The loss.</param>
    /// <param name="index">Its place.</param>
    /// <param name="output">What it gets.</param>
    /// <param name="before">The layer that makes it; null for the input.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(LayerDeclaration loss, int index, Shape output, LayerDeclaration? before, ProblemCollection problems)
    {
        bool isPermuted = output is { IsKnown: true, Rank: 3 } && before?.Kind == LayerKind.Permute;
        if (loss.Loss is { Form: LossForm.Gaussian or LossForm.Rows } && output is { IsKnown: true, IsChannelsFirst: true })
        {
            problems.Add(DeclarationDescriptors.LayerDoesNotFit, new(index), loss.Name,
                $"works along the {Words.Of(output.Last)} columns of {output}, not along channels: put {RowsOfPositions(output, isPermuted)} before it for a row of each position, or [Flatten] for all values of a row");
            return;
        }
        if (loss.Loss is { Form: LossForm.Gaussian } && output.IsKnown && output.Last % 2 != 0)
            problems.Add(DeclarationDescriptors.LossDoesNotFit, new(index), loss.Name,
                $"takes a mean and a logarithm of a variance for each target, and {Words.Of(output.Last)} outputs are not an even number");
        if (loss.Loss is { IsRelative: true } && output is { IsKnown: true, Last: 1 })
            problems.Add(DeclarationDescriptors.LossDoesNotFit, new(index), loss.Name,
                "compares the outputs of a row with one another, and one output has no other: its gradient is always 0");
        if (loss.Loss is not { TakesLabels: true })
            return;
        if (output is { IsKnown: true, Last: 1 })
            problems.Add(DeclarationDescriptors.LossDoesNotFit, new(index), loss.Name,
                "chooses among classes, and one output is one class: the loss is always 0; for a yes or no use [BCEWithLogitsLoss]");
        else if (output is { IsKnown: true, IsChannelsFirst: true })
            problems.Add(DeclarationDescriptors.LayerDoesNotFit, new(index), loss.Name, isPermuted
                ? $"takes rows of shape {output} for images and chooses among their columns: put {RowsOfPositions(output, isPermuted)} before it for a class at each position"
                : $"chooses among {Words.Of(output.Last)} columns of {output}, not among channels: put [GlobalAveragePool] before it, or for a class at each position {RowsOfPositions(output, isPermuted)}");
        CheckWeights(loss, index, output, problems);
    }

    /// <summary>What makes a row of channels of each position: rows of three axes are images, whatever is last.</summary>
    /// <param name="output">An image.</param>
    /// <param name="isPermuted">Whether the channels are last already.</param>
    private static string RowsOfPositions(Shape output, bool isPermuted) =>
        isPermuted ? $"[Reshape(-1, {output.Last})]" : output.Rank == 3 ? $"[Permute(2, 3, 1)] and [Reshape(-1, {output.Features})]" : "[Permute(2, 1)]";

    private static void CheckWeights(LayerDeclaration loss, int index, Shape output, ProblemCollection problems)
    {
        if (loss.Find("ClassWeights") is not { Numbers: { Count: > 0 } weights })
            return;
        string? rule = null, value = null;
        if (output.IsKnown && weights.Count != output.Last)
            (value, rule) = ($"a list of {Words.Of(weights.Count)}", $"the output has {Words.Of(output.Last)} classes: one weight for each");
        else if (weights.Items.Any(weight => !IsWeight(weight)))
            (value, rule) = ($"a list with {Words.Of(weights.First(weight => !IsWeight(weight)))}", "a weight is at least 0 and finite");
        else if (weights.Items.All(weight => (float)weight == 0))
            (value, rule) = ("a list of zeros", "some class must count");
        if (rule is not null)
            problems.Add(DeclarationDescriptors.ArgumentOutOfRange, new(index, "ClassWeights"), loss.Name, "ClassWeights", value!, rule);

        static bool IsWeight(double weight) => weight >= 0 && FloatRange.Holds(weight);
    }
}
