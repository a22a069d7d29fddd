using System.Globalization;
using ActGen.CompilerServices;

namespace ActGen.Files;

/// <summary>Weights in files are finite: a network that has left the numbers never comes back, and must not replace one that works.</summary>
internal static class FiniteWeights
{
    /// <exception cref="WeightFileException">A parameter is not finite; the message names tensor, element and value.</exception>
    public static void Ensure(NetworkDefinition network, ReadOnlySpan<float> parameters)
    {
        foreach (ParameterInfo tensor in network.Parameters)
        {
            ReadOnlySpan<float> values = parameters.Slice(tensor.Offset, tensor.Length);
            if (values.IndexOfNonFinite() is >= 0 and int fault)
                throw new WeightFileException(string.Create(CultureInfo.InvariantCulture, $"Element {fault} of \"{tensor.Name}\" of {network.Name} is {values[fault]}: weights that are not finite are not saved. Its training has diverged; a smaller learning rate or TrainerOptions.ClipNorm helps."));
        }
    }
}
