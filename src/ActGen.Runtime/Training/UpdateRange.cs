using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Neighbouring parameters that an optimizer treats alike.</summary>
/// <param name="Start">First element.</param>
/// <param name="End">Element after the last.</param>
/// <param name="Decays">Whether weight decay applies: PyTorch decays all parameters, biases included; only what an activation learned never decays.</param>
/// <param name="Kept">Where in the kept numbers theirs begin: rules keep none for parameters that are others' affair.</param>
/// <param name="Columns">Columns of the matrix that they are, or 0.</param>
internal readonly record struct UpdateRange(int Start, int End, bool Decays, int Kept, int Columns)
{
    /// <summary>As few as can be, for a worker that has them all.</summary>
    public static UpdateRange[] Of(IReadOnlyList<ParameterInfo> parameters) => Of(parameters, static _ => 0);

    /// <summary>Each matrix of weights by itself, for workers that share its rows.</summary>
    public static UpdateRange[] WithMatrices(IReadOnlyList<ParameterInfo> parameters) =>
        Of(parameters, static parameter => parameter is { Kind: ParameterKind.Weight, Shape: [_, var columns] } ? columns : 0);

    /// <summary>The worker's part: of a matrix the rows whose gradients a dense layer had it make, and whose weights it reads for dx, so that both stay in its cache; of all else elements that follow one another.</summary>
    /// <remarks>Not the columns with which it computes y: the lines between them and its neighbour's are fetched ahead by the processor, away from whoever writes them (docs/performance.md).</remarks>
    /// <returns>First element, and the one after the last.</returns>
    public (int First, int Last) Share(Work work)
    {
        (int first, int last) = Columns > 0 ? DenseShare.OfFeatures(work, (End - Start) / Columns) : work.Share(End - Start, GradientNorm.BlockLength);
        int width = Math.Max(Columns, 1);
        return (Start + (first * width), Start + (last * width));
    }

    private static UpdateRange[] Of(IReadOnlyList<ParameterInfo> parameters, Func<ParameterInfo, int> columns)
    {
        var ranges = new List<UpdateRange>();
        int kept = 0;
        foreach (ParameterInfo parameter in parameters)
        {
            var next = new UpdateRange(parameter.Offset, parameter.Offset + parameter.Length, parameter.Kind != ParameterKind.Activation, kept, columns(parameter));
            if (ranges.Count > 0 && ranges[^1].Decays == next.Decays && ranges[^1].End == next.Start && ranges[^1].Columns + next.Columns == 0)
                ranges[^1] = ranges[^1] with { End = next.End };
            else
                ranges.Add(next);
            kept += parameter.Length;
        }
        return [.. ranges];
    }
}
