using System.Globalization;
using System.Runtime.InteropServices;

namespace ActGen.Probe;

/// <summary>Trains the networks of this assembly and hashes all bits that come out: losses, weights, gradients, predictions; and what the
/// vector functions make of one float in 65,536.</summary>
internal static class Fingerprint
{
    private const int Steps = 25;
    private const int Rows = 19;

    private delegate void SpanFunction(ReadOnlySpan<float> source, Span<float> destination);

    /// <summary>One line per network and per function: its name and a hash.</summary>
    public static IEnumerable<string> Lines() =>
    [
        $"{nameof(Classifier)} {Of<Classifier>(new AdamW(0.003), 13, 5)}",
        $"{nameof(Regression)} {Of<Regression>(new SGD(0.01) { Momentum = 0.9, Nesterov = true }, 8, 3)}",
        $"{nameof(MultiLabel)} {Of<MultiLabel>(new RMSprop(0.002), 7, 4)}",
        $"{nameof(Images)} {Of<Images>(new SGD(0.01) { Momentum = 0.9 }, 15 * 13, 5)}",
        $"{nameof(Signals)} {Of<Signals>(new Adam(0.001), 3 * 41, 4)}",
        $"{nameof(Sequences)} {Of<Sequences>(new Adam(0.001), 3 * 13, 4)}",
        OfFunction(nameof(Functions.Exp), Functions.ApplyExp),
        OfFunction(nameof(Functions.Expm1), Functions.ApplyExpm1),
        OfFunction(nameof(Functions.Log), Functions.ApplyLog),
        OfFunction(nameof(Functions.Log1p), Functions.ApplyLog1p),
        OfFunction(nameof(Functions.Tanh), Functions.ApplyTanh),
        OfFunction(nameof(Functions.Sigmoid), Functions.ApplySigmoid),
        OfFunction(nameof(Functions.Softplus), Functions.ApplySoftplus),
        OfFunction(nameof(Functions.LogSigmoid), Functions.ApplyLogSigmoid),
        OfFunction(nameof(Functions.Erf), Functions.ApplyErf),
        OfFunction(nameof(Functions.NormalCdf), Functions.ApplyNormalCdf),
        OfFunction(nameof(Functions.NormalPdf), Functions.ApplyNormalPdf),
    ];

    private static string OfFunction(string name, SpanFunction function)
    {
        float[] values = new float[1 << 16];
        for (uint i = 0; i < values.Length; i++)
            values[i] = BitConverter.UInt32BitsToSingle((i << 16) + (i * 40503 & 0xFFFF));
        function(values, values);
        for (int i = 0; i < values.Length; i++)
        {
            // Sign and payload of NaN are not promised.
            if (float.IsNaN(values[i]))
                values[i] = float.NaN;
        }
        ulong hash = 14695981039346656037;
        Add(ref hash, values);
        return $"{name} {hash.ToString("x16", CultureInfo.InvariantCulture)}";
    }

    private static string Of<TNet>(Optimizer optimizer, int inputSize, int outputSize)
        where TNet : INetwork<TNet>
    {
        TNet network = TNet.Create(CompilerServices.NetworkState.Create(TNet.Code, seed: 12345));
        ulong state = 88172645463325252;
        float[] inputs = new float[Rows * inputSize], targets = new float[Rows * outputSize], predictions = new float[Rows * outputSize];
        int[] labels = new int[Rows];
        ulong hash = 14695981039346656037;
        using Trainer<TNet> trainer = network.CreateTrainer(optimizer, Rows);
        for (int step = 0; step < Steps; step++)
        {
            Fill(inputs, ref state);
            Fill(targets, ref state);
            float loss;
            if (typeof(TNet) == typeof(Classifier) || typeof(TNet) == typeof(Images))
            {
                for (int i = 0; i < labels.Length; i++)
                    labels[i] = (int)(Next(ref state) % (ulong)outputSize);
                loss = trainer.Step(inputs, labels);
            }
            else
            {
                loss = trainer.Step(inputs, targets);
            }
            Add(ref hash, [loss]);
            Add(ref hash, trainer.Gradients);
            Add(ref hash, trainer.InputGradients);
        }
        network.Predict(inputs, predictions);
        Add(ref hash, predictions);
        Add(ref hash, network.State.Parameters);
        return hash.ToString("x16", CultureInfo.InvariantCulture);
    }

    /// <summary>Numbers in [0, 1) by exact operations: as inputs, and as targets of every kind.</summary>
    private static void Fill(float[] values, ref ulong state)
    {
        for (int i = 0; i < values.Length; i++)
            values[i] = (Next(ref state) >> 40) * (1f / 16777216f);
    }

    /// <summary>xorshift64 (Marsaglia 2003): inputs that owe nothing to the library under test.</summary>
    private static ulong Next(ref ulong state)
    {
        state ^= state << 13;
        state ^= state >> 7;
        return state ^= state << 17;
    }

    /// <summary>FNV-1a over the bits.</summary>
    private static void Add(ref ulong hash, ReadOnlySpan<float> values)
    {
        foreach (byte value in MemoryMarshal.AsBytes(values))
            hash = unchecked((hash ^ value) * 1099511628211);
    }
}
