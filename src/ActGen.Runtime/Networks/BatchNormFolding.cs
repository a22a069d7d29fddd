using ActGen.CompilerServices;

namespace ActGen;

/// <summary>Folds batch normalisations into the products before them: with s = γ/√(v + ε) is (x·W + b − m)·s + β = x·(W·s) + ((b − m)·s + β).</summary>
internal static class BatchNormFolding
{
    /// <summary>A copy of the parameter buffer with weights W·s, and (b − m)·s + β in the place of the running means; both in double, rounded once.</summary>
    /// <param name="definition">Says where everything lies.</param>
    /// <param name="parameters">The whole buffer; untouched.</param>
    /// <exception cref="InvalidOperationException">A folded number is NaN or beyond float.</exception>
    public static AlignedBuffer Fold(NetworkDefinition definition, ReadOnlySpan<float> parameters)
    {
        var folded = new AlignedBuffer(parameters.Length);
        parameters.CopyTo(folded.Span);
        foreach (FoldedNormalization norm in definition.Folded)
        {
            Fold(norm, parameters, folded.Span);
            Ensure(definition, folded.Span, norm.Weights, norm.WeightCount);
            Ensure(definition, folded.Span, norm.Mean, norm.Features);
        }
        return folded;
    }

    private static void Fold(FoldedNormalization norm, ReadOnlySpan<float> parameters, Span<float> folded)
    {
        // ε as the kernels have it.
        double epsilon = (float)norm.Epsilon;
        for (int feature = 0; feature < norm.Features; feature++)
        {
            double scale = norm.Scale is { } gamma ? parameters[gamma + feature] : 1;
            double shift = norm.Shift is { } beta ? parameters[beta + feature] : 0;
            double bias = norm.Bias is { } first ? parameters[first + feature] : 0;
            double factor = scale / Math.Sqrt(parameters[norm.Variance + feature] + epsilon);
            for (int i = norm.Weights + feature; i < norm.Weights + norm.WeightCount; i += norm.Features)
                folded[i] = (float)(parameters[i] * factor);
            folded[norm.Mean + feature] = (float)(((bias - parameters[norm.Mean + feature]) * factor) + shift);
        }
    }

    private static void Ensure(NetworkDefinition definition, ReadOnlySpan<float> folded, int first, int count)
    {
        if (!folded.Slice(first, count).ContainsAnyExceptInRange(float.MinValue, float.MaxValue))
            return;
        ParameterInfo tensor = definition.Parameters.First(tensor => tensor.Offset == first);
        throw new InvalidOperationException(
            $"{definition.Name} cannot be frozen: folded with the batch normalisation, {tensor.Name} is NaN or beyond the largest float. Look for weights or running statistics that are not finite, or for a variance so small that γ/√(variance + ε) is huge.");
    }
}
