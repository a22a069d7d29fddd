using ActGen.Peers.Native;

namespace ActGen.Peers.Comparisons;

/// <summary>One row through a network, raw outputs, by the public methods.</summary>
internal static unsafe class Inference
{
    public static IEnumerable<Func<List<Comparison>>> All() =>
    [
        () => Of(new Network4X16X3(seed: 1), [4, 16, 3], onnx: 100, mostNanoseconds: 18),
        () => Of(new Network64X64X10(seed: 1), [64, 64, 10], onnx: 28, mostNanoseconds: 65),
        () => Of(new Network784X128X10(seed: 1), [784, 128, 10], onnx: 2.1),
        () => Of(new Network784X128X10(seed: 1), [784, 128, 10], onnx: 6, zeros: 0.8),
        () => Of(new Network784X512X512X10(seed: 1), [784, 512, 512, 10], onnx: 1.15),
    ];

    private static List<Comparison> Of<TNet>(TNet network, int[] widths, double onnx, double? mostNanoseconds = null, double zeros = 0)
        where TNet : INetworkCore<TNet>
    {
        Batch batch = new(1, widths[0], widths[^1], zeros);
        string name = $"batch 1, {string.Join('-', widths)}{(zeros > 0 ? $", {zeros:P0} zeros" : "")}";
        List<Comparison> comparisons = [];
        if (OnnxSession.Absence is null)
        {
            OnnxSession session = new(OnnxModel.Perceptron(widths, network.State.Parameters), batch.Input, [1, batch.Inputs], batch.Output, [1, batch.Outputs]);
            RequireEqualOutputs(session, network, batch, name);
            comparisons.Add(new(name, "ONNX Runtime", Forward, session.Run, onnx) { MostNanoseconds = mostNanoseconds });
        }
        if (TorchLibrary.Absence is null)
        {
            TorchNetwork torch = new(widths, batch.Input, batch.WideLabels, 1, "sgd");
            comparisons.Add(new(name, "libtorch", Forward, torch.Forward, 1));
        }
        return comparisons;

        void Forward(int times)
        {
            for (int i = 0; i < times; i++)
                network.State.Forward(batch.InputSpan, batch.OutputSpan);
        }
    }

    /// <summary>Who computes something else is no peer.</summary>
    internal static void RequireEqualOutputs<TNet>(OnnxSession session, TNet network, Batch batch, string name)
        where TNet : INetworkCore<TNet>
    {
        session.Run(1);
        float[] theirs = batch.OutputSpan.ToArray(), ours = new float[batch.Outputs];
        network.State.Forward(batch.InputSpan, ours);
        for (int i = 0; i < ours.Length; i++)
        {
            if (Math.Abs(ours[i] - theirs[i]) > 1e-4f * (1 + Math.Abs(ours[i])))
                throw new InvalidOperationException($"{name}: output {i} is {ours[i]}, in ONNX Runtime {theirs[i]}.");
        }
    }
}
