// Title: Softmax of predictions
// Source: "Fix bug where softmax is applied twice", github.com/layer6ai-labs/TabDPT-inference/pull/46
// About: Predictions already are probabilities; miscalibrated outputs
// Expected: ACT4003
[Network(4)]
[Dense(16), ReLU]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class EnsembleSoftmaxTwice
{
    public static float[] Probabilities(EnsembleSoftmaxTwice network, ReadOnlySpan<float> inputs)
    {
        float[] predictions = new float[inputs.Length / InputSize * OutputSize];
        network.Predict(inputs, predictions);
        Activations.Softmax(predictions, predictions, OutputSize);
        return predictions;
    }
}
