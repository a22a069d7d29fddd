using ActGen.CompilerServices;

namespace ActGen.Runtime.Tests.Networks;

public class ContractTests
{
    [Fact]
    public void Generated_code_of_another_version_is_refused_with_a_sentence()
    {
        string message = Assert.Throws<NotSupportedException>(() => NetworkState.Create(NetworkCode.Of<FromTheFuture>(), 0)).Message;
        Assert.Contains(nameof(FromTheFuture), message);
        Assert.Contains("contract 999", message);
        Assert.Throws<NotSupportedException>(() => NetworkState.Create(NetworkCode.Of<FromTheFuture>(), 0));
    }

    [Fact]
    public void A_network_without_a_loss_maps_but_neither_trains_nor_classifies()
    {
        var network = new WithoutLoss();
        var outputs = new float[2];
        network.Forward([3, 4], outputs);
        Assert.Equal([3f, 4f], outputs);
        Assert.Contains("declares no loss", Assert.Throws<InvalidOperationException>(() => network.CreateTrainer(new SGD(), 1)).Message);
        Dataset data = Dataset.FromArrays([1, 2], [0f, 0], count: 1);
        Assert.Throws<InvalidOperationException>(() => network.Fit(data));
        Assert.Throws<InvalidOperationException>(() => network.Evaluate(data));
        Assert.Throws<InvalidOperationException>(() => network.Classify([1, 2]));
    }

    private static NetworkDefinition Definition(string name, int contract) => new()
    {
        Name = name,
        Contract = contract,
        InputShape = [2],
        OutputShape = [2],
        Parameters = [],
        Layers = [],
        Inference = default,
        Training = default,
    };

    private sealed class FromTheFuture : INetworkCore<FromTheFuture>, INetworkProgram<float>
    {
        NetworkState INetworkCore<FromTheFuture>.State => throw new NotSupportedException();

        static NetworkCode INetworkCore<FromTheFuture>.Code => NetworkCode.Of<FromTheFuture>();

        static FromTheFuture INetworkCore<FromTheFuture>.Create(NetworkState state) => new();

        static NetworkDefinition INetworkProgram<float>.Describe() => Definition(nameof(FromTheFuture), contract: 999);

        static void INetworkProgram<float>.Infer(ref readonly InferencePass<float> pass) => throw new NotSupportedException();

        static void INetworkProgram<float>.Transform(ref readonly InferencePass<float> pass) => throw new NotSupportedException();

        static void INetworkProgram<float>.Forward(ref readonly Pass<float> pass) => throw new NotSupportedException();

        static double INetworkProgram<float>.Loss(ref readonly Pass<float> pass) => throw new NotSupportedException();

        static void INetworkProgram<float>.Backward(ref readonly Pass<float> pass) => throw new NotSupportedException();
    }

    /// <summary>The identity.</summary>
    private sealed class WithoutLoss : INetworkCore<WithoutLoss>, INetworkProgram<float>
    {
        private readonly NetworkState _state = NetworkState.Create(NetworkCode.Of<WithoutLoss>(), 0);

        NetworkState INetworkCore<WithoutLoss>.State => _state;

        public void Forward(ReadOnlySpan<float> inputs, Span<float> outputs) => _state.Forward(inputs, outputs);

        public int Classify(ReadOnlySpan<float> input) => _state.Classify(input);

        static NetworkCode INetworkCore<WithoutLoss>.Code => NetworkCode.Of<WithoutLoss>();

        static WithoutLoss INetworkCore<WithoutLoss>.Create(NetworkState state) => throw new NotSupportedException();

        static NetworkDefinition INetworkProgram<float>.Describe() => Definition(nameof(WithoutLoss), NetworkDefinition.CurrentContract);

        static void INetworkProgram<float>.Infer(ref readonly InferencePass<float> pass) => pass.Input.CopyTo(pass.Output);

        static void INetworkProgram<float>.Transform(ref readonly InferencePass<float> pass)
        {
        }

        static void INetworkProgram<float>.Forward(ref readonly Pass<float> pass) => throw new NotSupportedException();

        static double INetworkProgram<float>.Loss(ref readonly Pass<float> pass) => throw new NotSupportedException();

        static void INetworkProgram<float>.Backward(ref readonly Pass<float> pass) => throw new NotSupportedException();
    }
}
