using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Networks;

/// <summary>A network as generated code looks to the runtime, written by hand with plain loops: 5 inputs, 3 classes,
/// a learned scale as its activation, the library's cross-entropy.</summary>
internal sealed class LinearClassifier : INetwork<LinearClassifier>, INetworkProgram<float>
{
    public const int InputSize = 5, OutputSize = 3, ParameterCount = 19;
    private const int W = 0, B = 15, S = 18;
    private readonly NetworkState _state;

    public LinearClassifier(long seed = 0) => _state = NetworkState.Create(NetworkCode.Of<LinearClassifier>(), seed);

    private LinearClassifier(NetworkState state) => _state = state;

    NetworkState INetworkCore<LinearClassifier>.State => _state;

    public Span<float> Parameters => _state.Parameters;

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => _state.Forward(inputs, outputs);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> predictions) => _state.Predict(inputs, predictions);

    public float[] Predict(ReadOnlySpan<float> inputs) => _state.Predict(inputs);

    public int Classify(ReadOnlySpan<float> input) => _state.Classify(input);

    public void Classify(ReadOnlySpan<float> inputs, Span<int> labels) => _state.Classify(inputs, labels);

    static NetworkCode INetworkCore<LinearClassifier>.Code => NetworkCode.Of<LinearClassifier>();

    static LinearClassifier INetworkCore<LinearClassifier>.Create(NetworkState state) => new(state);

    static NetworkDefinition INetworkProgram<float>.Describe() => new()
    {
        Name = nameof(LinearClassifier),
        Contract = NetworkDefinition.CurrentContract,
        InputShape = [InputSize],
        OutputShape = [OutputSize],
        Parameters =
        [
            new ParameterInfo("layer1.weight", [InputSize, OutputSize], W, ParameterKind.Weight, new Initialization(InitialDistribution.Normal, 0.5)),
            new ParameterInfo("layer1.bias", [OutputSize], B, ParameterKind.Bias, new Initialization(InitialDistribution.Constant, 0)),
            new ParameterInfo("layer1.activation.scale", [1], S, ParameterKind.Activation, new Initialization(InitialDistribution.Constant, 1)),
        ],
        Layers = [new LayerSummary("Dense 3 + Scale", [OutputSize], ParameterCount, InputSize * OutputSize, "z")],
        Loss = new LossDefinition("CrossEntropyLoss", TargetKind.Labels | TargetKind.Values, DecisionKind.LargestOutput, OutputSize, -100),
        Inference = new BufferSizes(PerRow: OutputSize, Fixed: 1),
        Training = new BufferSizes(PerRow: OutputSize, Fixed: 0),
    };

    static void INetworkProgram<float>.Infer(ref readonly InferencePass<float> pass) => Map(in pass);

    static void INetworkProgram<float>.Forward(ref readonly Pass<float> pass) => Map(pass.Inference);

    static void INetworkProgram<float>.Transform(ref readonly InferencePass<float> pass)
    {
        for (int row = 0; row < pass.Work.Rows; row++)
            Softmax(pass.Output.Slice(row * OutputSize, OutputSize), pass.Output.Slice(row * OutputSize, OutputSize));
    }

    static double INetworkProgram<float>.Loss(ref readonly Pass<float> pass) =>
        LossKernels<float>.CrossEntropy(pass.Work, pass.Output, pass.Labels, pass.Labels.IsEmpty ? pass.Targets : default, pass.RowLosses, pass.OutputGradient);

    static void INetworkProgram<float>.Backward(ref readonly Pass<float> pass)
    {
        pass.Work.Synchronize();
        ReadOnlySpan<float> weights = pass.Parameters(W, InputSize * OutputSize);
        float scale = pass.Parameter(S);
        ReadOnlySpan<float> z = pass.Buffer(0, OutputSize);
        Span<float> gradient = pass.Gradients(0, ParameterCount);
        (int first, int last) = pass.Work.Share(ParameterCount);
        for (int p = first; p < last; p++)
        {
            float sum = 0;
            for (int row = 0; row < pass.Work.Rows; row++)
            {
                for (int i = 0; i < OutputSize; i++)
                {
                    float g = pass.OutputGradient[(row * OutputSize) + i];
                    if (p < B && p % OutputSize == i)
                        sum += g * scale * pass.Input[(row * InputSize) + (p / OutputSize)];
                    else if (p >= B && p < S && p - B == i)
                        sum += g * scale;
                    else if (p == S)
                        sum += g * z[(row * OutputSize) + i];
                }
            }
            gradient[p] = sum;
        }
        if (pass.InputGradient.IsEmpty)
            return;
        (int start, int end) = pass.Work.Share(pass.Work.Rows);
        for (int row = start; row < end; row++)
        {
            for (int k = 0; k < InputSize; k++)
            {
                float sum = 0;
                for (int i = 0; i < OutputSize; i++)
                    sum += pass.OutputGradient[(row * OutputSize) + i] * scale * weights[(k * OutputSize) + i];
                pass.InputGradient[(row * InputSize) + k] = sum;
            }
        }
    }

    /// <summary>z = x·W + b into the row buffer, y = s·z into the output.</summary>
    private static void Map(in InferencePass<float> pass)
    {
        ReadOnlySpan<float> weights = pass.Parameters(W, InputSize * OutputSize);
        ReadOnlySpan<float> bias = pass.Parameters(B, OutputSize);
        Span<float> z = pass.Buffer(0, OutputSize);
        (int start, int end) = pass.Work.Share(pass.Work.Rows);
        for (int row = start; row < end; row++)
        {
            for (int i = 0; i < OutputSize; i++)
            {
                float sum = 0;
                for (int k = 0; k < InputSize; k++)
                    sum += pass.Input[(row * InputSize) + k] * weights[(k * OutputSize) + i];
                z[(row * OutputSize) + i] = sum + bias[i];
                pass.Output[(row * OutputSize) + i] = pass.Parameter(S) * z[(row * OutputSize) + i];
            }
        }
    }

    private static void Softmax(ReadOnlySpan<float> logits, Span<float> probabilities)
    {
        float largest = float.NegativeInfinity, sum = 0;
        foreach (float logit in logits)
            largest = MathF.Max(largest, logit);
        for (int i = 0; i < logits.Length; i++)
            sum += probabilities[i] = MathF.Exp(logits[i] - largest);
        for (int i = 0; i < probabilities.Length; i++)
            probabilities[i] /= sum;
    }
}
