using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
    private const int RowsAtOnce = 512;

    [SkipLocalsInit]
    private static float LabelMean<TLoss>(ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, Span<float> gradient, ReadOnlySpan<float> classWeights, int ignoreIndex, string outputsName, double setting = 0, double other = 0)
        where TLoss : ILabelLoss
    {
        int classes = Classes(outputs, labels, gradient, classWeights, ignoreIndex, outputsName);
        double divisor = ClassWeighting<float>.Divisor(labels, TLoss.DividesByWeights ? classWeights : default, ignoreIndex), sum = 0;
        Span<float> losses = stackalloc float[Math.Min(RowsAtOnce, labels.Length)];
        for (int start = 0; start < labels.Length; start += RowsAtOnce)
        {
            int rows = Math.Min(RowsAtOnce, labels.Length - start);
            Range elements = (start * classes)..((start + rows) * classes);
            LossKernels<float>.LabelRows<TLoss>(outputs[elements], labels.Slice(start, rows), losses, gradient.IsEmpty ? gradient : gradient[elements], classes, setting, other, classWeights, ignoreIndex, divisor);
            sum = AddInOrder(sum, losses[..rows]);
        }

        return (float)ClassWeighting<float>.Mean(sum, divisor);
    }

    [SkipLocalsInit]
    private static float CrossEntropyMean(ReadOnlySpan<float> logits, ReadOnlySpan<int> labels, ReadOnlySpan<float> targets, Span<float> gradient, int rows, int classes, double labelSmoothing, ReadOnlySpan<float> classWeights, int ignoreIndex, double divisor)
    {
        Span<float> losses = stackalloc float[Math.Min(RowsAtOnce, rows)];
        double sum = 0;
        for (int start = 0; start < rows; start += RowsAtOnce)
        {
            int count = Math.Min(RowsAtOnce, rows - start);
            Range elements = (start * classes)..((start + count) * classes);
            LossKernels<float>.CrossEntropyRows(logits[elements], labels.IsEmpty ? labels : labels.Slice(start, count), targets.IsEmpty ? targets : targets[elements], losses[..count], gradient.IsEmpty ? gradient : gradient[elements], classes, labelSmoothing, classWeights, ignoreIndex, divisor);
            sum = AddInOrder(sum, losses[..count]);
        }

        return (float)ClassWeighting<float>.Mean(sum, divisor);
    }

    private static double AddInOrder(double sum, ReadOnlySpan<float> losses)
    {
        foreach (float loss in losses)
            sum += loss;
        return sum;
    }

    private static int Classes(ReadOnlySpan<float> outputs, ReadOnlySpan<int> labels, Span<float> gradient, ReadOnlySpan<float> classWeights, int ignoreIndex, string outputsName)
    {
        NotEmpty(labels.Length, nameof(labels));
        NotEmpty(outputs.Length, outputsName);
        if (outputs.Length % labels.Length != 0)
            throw new ArgumentException($"{outputsName} has {outputs.Length} elements, which cannot be shared evenly among {labels.Length} labels.", outputsName);
        int classes = outputs.Length / labels.Length;
        LabelCheck.Ensure(labels, classes, ignoreIndex);
        Weights(classWeights, classes, gradient);
        Gradient(gradient, outputs, default, outputsName);
        return classes;
    }

    private static void Weights(ReadOnlySpan<float> classWeights, int classes, ReadOnlySpan<float> gradient)
    {
        if (gradient.Overlaps(classWeights))
            throw new ArgumentException("gradient overlaps classWeights, which later rows still read.", nameof(gradient));
        if (!classWeights.IsEmpty && classWeights.Length != classes)
            throw new ArgumentException($"classWeights has {classWeights.Length} elements; there are {classes} classes.", nameof(classWeights));
    }

    private static void Smoothing(double labelSmoothing)
    {
        if (!(labelSmoothing >= 0 && labelSmoothing < 1))
            throw new ArgumentOutOfRangeException(nameof(labelSmoothing), labelSmoothing, "labelSmoothing must be at least 0 and below 1.");
    }
}
