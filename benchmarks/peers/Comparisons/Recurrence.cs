using ActGen.Peers.Native;

namespace ActGen.Peers.Comparisons;

/// <summary>One step of an LSTM, as whoever predicts from row to row asks for it, and training steps of a small one.</summary>
internal static unsafe class Recurrence
{
    public static IEnumerable<Func<List<Comparison>>> All() => [() => OneStep(new NetworkLSTM16(seed: 1)), Training];

    private static List<Comparison> OneStep<TNet>(TNet network)
        where TNet : INetworkCore<TNet>
    {
        const string Name = "LSTM-16, one step";
        Batch batch = new(1, 16, 16);
        List<Comparison> comparisons = [];
        if (OnnxSession.Absence is null)
        {
            OnnxSession session = new(OnnxModel.LSTM(1, 16, 16, network.State.Parameters), batch.Input, [1, 1, 16], batch.Output, [1, 1, 16]);
            Inference.RequireEqualOutputs(session, network, batch, Name);
            comparisons.Add(new(Name, "ONNX Runtime", Forward, session.Run, 65) { MostNanoseconds = 62 });
        }
        if (TorchLibrary.Absence is null)
            comparisons.Add(new(Name, "libtorch", Forward, TorchNetwork.LSTM(batch.Input, batch.WideLabels, (1, 1, 16, 16, 0), "sgd").Forward, 1));
        return comparisons;

        void Forward(int times)
        {
            for (int i = 0; i < times; i++)
                network.State.Forward(batch.InputSpan, batch.OutputSpan);
        }
    }

    private static List<Comparison> Training()
    {
        const int Rows = 32;
        if (TorchLibrary.Absence is not null)
            return [];
        Batch batch = new(Rows, 16 * 16, 4);
        TorchNetwork torch = TorchNetwork.LSTM(batch.Input, batch.WideLabels, (Rows, 16, 16, 32, 4), "sgd");
        return [new($"train LSTM 16 × 16-32-4, batch {Rows}, SGD", "libtorch", TrainingSteps.Steps(new NetworkLSTM32X4(seed: 1), new SGD(0.001), batch, threads: 1), torch.Step, 1)];
    }
}
