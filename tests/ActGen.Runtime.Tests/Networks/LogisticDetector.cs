using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Networks;

/// <summary>One logit, x·w, with binary cross-entropy, written by hand: 2 inputs, 1 output that decides between 0 and 1.</summary>
internal sealed class LogisticDetector : INetworkCore<LogisticDetector>, INetworkProgram<float>
{
    public const int InputSize = 2;
    private readonly NetworkState _state = NetworkState.Create(NetworkCode.Of<LogisticDetector>(), seed: 1);

    NetworkState INetworkCore<LogisticDetector>.State => _state;

    public Span<float> Parameters => _state.Parameters;

    public int Classify(ReadOnlySpan<float> input) => _state.Classify(input);

    static NetworkCode INetworkCore<LogisticDetector>.Code => NetworkCode.Of<LogisticDetector>();

    static LogisticDetector INetworkCore<LogisticDetector>.Create(NetworkState state) => throw new NotSupportedException();

    static NetworkDefinition INetworkProgram<float>.Describe() => new()
    {
        Name = nameof(LogisticDetector),
        Contract = NetworkDefinition.CurrentContract,
        InputShape = [InputSize],
        OutputShape = [1],
        Parameters = [new ParameterInfo("layer1.weight", [InputSize, 1], 0, ParameterKind.Weight, new Initialization(InitialDistribution.Uniform, 1))],
        Layers = [new LayerSummary("Dense 1", [1], InputSize, InputSize, "nothing")],
        Loss = new LossDefinition("BCEWithLogitsLoss", TargetKind.Values, DecisionKind.LogitAtLeastZero, 0, null),
        Inference = default,
        Training = default,
    };

    static void INetworkProgram<float>.Infer(ref readonly InferencePass<float> pass) => Map(in pass);

    static void INetworkProgram<float>.Forward(ref readonly Pass<float> pass) => Map(pass.Inference);

    static void INetworkProgram<float>.Transform(ref readonly InferencePass<float> pass) => throw new NotSupportedException();

    static double INetworkProgram<float>.Loss(ref readonly Pass<float> pass)
    {
        for (int row = 0; row < pass.Work.Rows; row++)
        {
            float logit = pass.Output[row], target = pass.Targets[row];
            pass.RowLosses[row] = MathF.Log(1 + MathF.Exp(logit)) - (target * logit);
            if (!pass.OutputGradient.IsEmpty)
                pass.OutputGradient[row] = ((1 / (1 + MathF.Exp(-logit))) - target) / pass.Work.Rows;
        }
        return pass.Work.Rows;
    }

    static void INetworkProgram<float>.Backward(ref readonly Pass<float> pass)
    {
        Span<float> gradient = pass.Gradients(0, InputSize);
        gradient.Clear();
        for (int i = 0; i < pass.Input.Length; i++)
            gradient[i % InputSize] += pass.OutputGradient[i / InputSize] * pass.Input[i];
    }

    private static void Map(in InferencePass<float> pass)
    {
        for (int row = 0; row < pass.Work.Rows; row++)
            pass.Output[row] = (pass.Input[row * InputSize] * pass.Parameter(0)) + (pass.Input[(row * InputSize) + 1] * pass.Parameter(1));
    }
}
