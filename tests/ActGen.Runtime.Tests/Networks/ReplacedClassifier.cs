using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Networks;

/// <summary>A network whose weights are replaced after each tile of an inference: 1 input that does not matter, its 3 parameters as logits.</summary>
internal sealed class ReplacedClassifier : INetworkCore<ReplacedClassifier>, INetworkProgram<float>
{
    private const int Classes = 3;

    [ThreadStatic]
    private static Action? _afterTile;

    private readonly NetworkState _state = NetworkState.Create(NetworkCode.Of<ReplacedClassifier>(), seed: 1);

    NetworkState INetworkCore<ReplacedClassifier>.State => _state;

    /// <summary>Makes <paramref name="label"/> the class of every row.</summary>
    public void Load(int label)
    {
        var parameters = new AlignedBuffer(Classes);
        parameters.Span[label] = 1;
        _state.Replace(parameters);
    }

    /// <summary>Classifies while, after each tile, weights for another class are loaded.</summary>
    public void Classify(ReadOnlySpan<float> inputs, Span<int> labels, int loadedMeanwhile)
    {
        _afterTile = () => Load(loadedMeanwhile);
        try
        {
            _state.Classify(inputs, labels);
        }
        finally
        {
            _afterTile = null;
        }
    }

    static NetworkCode INetworkCore<ReplacedClassifier>.Code => NetworkCode.Of<ReplacedClassifier>();

    static ReplacedClassifier INetworkCore<ReplacedClassifier>.Create(NetworkState state) => throw new NotSupportedException();

    static NetworkDefinition INetworkProgram<float>.Describe() => new()
    {
        Name = nameof(ReplacedClassifier),
        Contract = NetworkDefinition.CurrentContract,
        InputShape = [1],
        OutputShape = [Classes],
        Parameters = [new ParameterInfo("logits", [Classes], 0, ParameterKind.Bias, new Initialization(InitialDistribution.Constant, 0))],
        Layers = [new LayerSummary("Constant", [Classes], Classes, 0, "nothing")],
        Loss = new LossDefinition("CrossEntropyLoss", TargetKind.Labels, DecisionKind.LargestOutput, Classes, -100),
        Inference = default,
        Training = default,
    };

    static void INetworkProgram<float>.Infer(ref readonly InferencePass<float> pass)
    {
        for (int row = 0; row < pass.Work.Rows; row++)
            pass.Parameters(0, Classes).CopyTo(pass.Output[(row * Classes)..]);
        _afterTile?.Invoke();
    }

    static void INetworkProgram<float>.Forward(ref readonly Pass<float> pass) => throw new NotSupportedException();

    static void INetworkProgram<float>.Transform(ref readonly InferencePass<float> pass) => throw new NotSupportedException();

    static double INetworkProgram<float>.Loss(ref readonly Pass<float> pass) => throw new NotSupportedException();

    static void INetworkProgram<float>.Backward(ref readonly Pass<float> pass) => throw new NotSupportedException();
}
