using ActGen.CompilerServices;

namespace ActGen;

public static partial class Losses
{
    [SkipLocalsInit]
    private static float Mean<TLoss>(ReadOnlySpan<float> outputs, ReadOnlySpan<float> targets, Span<float> gradient, string outputsName, double setting = 0, double other = 0, int? divisor = null)
        where TLoss : IElementLoss
    {
        const int Block = 4096;
        NotEmpty(outputs.Length, outputsName);
        if (targets.Length != outputs.Length)
            throw new ArgumentException($"targets has {targets.Length} elements; {outputsName} has {outputs.Length}.", nameof(targets));
        Gradient(gradient, outputs, targets, outputsName);
        Span<float> losses = stackalloc float[Math.Min(Block, outputs.Length)];
        double sum = 0;
        for (int start = 0; start < outputs.Length; start += Block)
        {
            int length = Math.Min(Block, outputs.Length - start);
            LossKernels<float>.ElementRows<TLoss>(outputs.Slice(start, length), targets.Slice(start, length), losses[..length], gradient.IsEmpty ? gradient : gradient.Slice(start, length), width: 1, setting, other, divisor ?? outputs.Length);
            sum += FlatSum.Sum(losses[..length]);
        }

        return (float)(sum / (divisor ?? outputs.Length));
    }

    private static void Positive(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value > 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be above 0 and finite.");
    }

    private static void AtLeastZero(double value, [CallerArgumentExpression(nameof(value))] string name = "")
    {
        if (!(value >= 0 && double.IsFinite(value)))
            throw new ArgumentOutOfRangeException(name, value, $"{name} must be at least 0 and finite.");
    }

    private static void Signed(ReadOnlySpan<float> targets, [CallerMemberName] string loss = "") => SignCheck.Ensure(targets, loss);
}
