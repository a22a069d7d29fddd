namespace ActGen;

/// <summary>Neighbouring parameters that an optimizer treats alike.</summary>
/// <param name="Start">First element.</param>
/// <param name="End">Element after the last.</param>
/// <param name="Decays">Whether weight decay applies: PyTorch decays all parameters, biases included; only what an activation learned never decays.</param>
/// <param name="Kept">Where in the kept numbers theirs begin: rules keep none for parameters that are others' affair.</param>
internal readonly record struct UpdateRange(int Start, int End, bool Decays, int Kept)
{
    public static UpdateRange[] Of(IReadOnlyList<ParameterInfo> parameters)
    {
        var ranges = new List<UpdateRange>();
        int kept = 0;
        foreach (ParameterInfo parameter in parameters)
        {
            var next = new UpdateRange(parameter.Offset, parameter.Offset + parameter.Length, parameter.Kind != ParameterKind.Activation, kept);
            if (ranges.Count > 0 && ranges[^1].Decays == next.Decays && ranges[^1].End == next.Start)
                ranges[^1] = ranges[^1] with { End = next.End };
            else
                ranges.Add(next);
            kept += parameter.Length;
        }
        return [.. ranges];
    }
}
