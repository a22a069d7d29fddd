using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Networks;

/// <summary>y = x·W without bias, mean squared error, written by hand: 4 inputs, 2 outputs. With one throwing input for tests of failing workers.</summary>
internal sealed class LinearRegressor : INetwork<LinearRegressor>, INetworkProgram<float>
{
    public const int InputSize = 4, OutputSize = 2, ParameterCount = 8;

    /// <summary>A first input that makes the worker of that row throw.</summary>
    public const float Poison = 12345f;

    private readonly NetworkState _state;

    public LinearRegressor(long seed = 0) => _state = NetworkState.Create(NetworkCode.Of<LinearRegressor>(), seed);

    private LinearRegressor(NetworkState state) => _state = state;

    NetworkState INetworkCore<LinearRegressor>.State => _state;

    public Span<float> Parameters => _state.Parameters;

    public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => _state.Forward(inputs, outputs);

    public void Predict(ReadOnlySpan<float> inputs, Span<float> predictions) => _state.Predict(inputs, predictions);

    public int Classify(ReadOnlySpan<float> input) => _state.Classify(input);

    static NetworkCode INetworkCore<LinearRegressor>.Code => NetworkCode.Of<LinearRegressor>();

    static LinearRegressor INetworkCore<LinearRegressor>.Create(NetworkState state) => new(state);

    static NetworkDefinition INetworkProgram<float>.Describe() => new()
    {
        Name = nameof(LinearRegressor),
        Contract = NetworkDefinition.CurrentContract,
        InputShape = [InputSize],
        OutputShape = [OutputSize],
        Parameters = [new ParameterInfo("layer1.weight", [InputSize, OutputSize], 0, ParameterKind.Weight, new Initialization(InitialDistribution.Orthogonal, 1))],
        Layers = [new LayerSummary("Dense 2", [OutputSize], ParameterCount, ParameterCount, "nothing")],
        Loss = new LossDefinition("MSELoss", TargetKind.Values, DecisionKind.None, 0, null),
        Inference = new BufferSizes(PerRow: 0, Fixed: 0),
        Training = new BufferSizes(PerRow: 0, Fixed: 0),
    };

    static void INetworkProgram<float>.Infer(ref readonly InferencePass<float> pass) => Map(in pass);

    static void INetworkProgram<float>.Forward(ref readonly Pass<float> pass) => Map(pass.Inference);

    static void INetworkProgram<float>.Transform(ref readonly InferencePass<float> pass)
    {
    }

    static double INetworkProgram<float>.Loss(ref readonly Pass<float> pass)
    {
        double divisor = (double)pass.Work.Rows * OutputSize;
        (int start, int end) = pass.Work.Share(pass.Work.Rows);
        for (int row = start; row < end; row++)
        {
            pass.RowLosses[row] = 0;
            for (int i = row * OutputSize; i < (row + 1) * OutputSize; i++)
            {
                float d = pass.Output[i] - pass.Targets[i];
                pass.RowLosses[row] += d * d;
                if (!pass.OutputGradient.IsEmpty)
                    pass.OutputGradient[i] = (float)(2 / divisor) * d;
            }
        }
        return divisor;
    }

    static void INetworkProgram<float>.Backward(ref readonly Pass<float> pass)
    {
        pass.Work.Synchronize();
        Span<float> gradient = pass.Gradients(0, ParameterCount);
        (int first, int last) = pass.Work.Share(ParameterCount);
        for (int p = first; p < last; p++)
        {
            float sum = 0;
            for (int row = 0; row < pass.Work.Rows; row++)
                sum += pass.OutputGradient[(row * OutputSize) + (p % OutputSize)] * pass.Input[(row * InputSize) + (p / OutputSize)];
            gradient[p] = sum;
        }
    }

    private static void Map(in InferencePass<float> pass)
    {
        ReadOnlySpan<float> weights = pass.Parameters(0, ParameterCount);
        (int start, int end) = pass.Work.Share(pass.Work.Rows);
        for (int row = start; row < end; row++)
        {
            if (pass.Input[row * InputSize] == Poison)
                throw new InvalidDataException("poisoned row");
            for (int i = 0; i < OutputSize; i++)
            {
                float sum = 0;
                for (int k = 0; k < InputSize; k++)
                    sum += pass.Input[(row * InputSize) + k] * weights[(k * OutputSize) + i];
                pass.Output[(row * OutputSize) + i] = sum;
            }
        }
    }
}
