// Title: Sigmoid in the head, sigmoid in the loss
// Source: "关于损失函数的问题", github.com/argusswift/YOLOv4-pytorch/issues/89 (question about the loss)
// About: Confidence and classes leave the head as sigmoids
// Expected: ACT4002
public static class YoloSigmoidTwice
{
    public static float Loss(ReadOnlySpan<float> confidence, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        Span<float> squashed = new float[confidence.Length];
        Functions.ApplySigmoid(confidence, squashed);
        return Losses.BCEWithLogits(squashed, targets, gradient);
    }
}
