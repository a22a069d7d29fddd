// Title: Predictions and targets in the wrong order
// Source: "Wrong order of arguments in sqare_loss?", github.com/t-kalinowski/deep-learning-with-r-code/issues/18
// About: The value is the same, the gradient has the wrong sign
// Expected: ACT4008
[Network(2)]
[Dense(1)]
[MSELoss]
public sealed partial class SquareLossSwapped
{
    public static float Loss(SquareLossSwapped network, ReadOnlySpan<float> inputs, ReadOnlySpan<float> targets, Span<float> gradient)
    {
        float[] predictions = network.Predict(inputs);
        return Losses.MSE(targets, predictions, gradient);
    }
}
