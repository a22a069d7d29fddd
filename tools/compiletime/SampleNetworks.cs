using System.Globalization;

namespace ActGen.CompileTime;

/// <summary>The files of a project of many networks, each with a class that trains and asks it; those of one round have other widths than those
/// of the next, so that nothing is remembered between them.</summary>
internal static class SampleNetworks
{
    private static readonly string[] Activations = ["ReLU", "GELU", "LeakyReLU(0.1)", "Tanh", "SiLU", "ELU", "Mish", "Activation<Own>"];
    private static readonly string[] Losses = ["[CrossEntropyLoss]", "[MSELoss]", "[BCEWithLogitsLoss]"];

    /// <summary>One file a network, and one with a formula.</summary>
    public static IEnumerable<(string Name, string Text)> Files(int count, int round)
    {
        yield return ("Own.cs", "using ActGen;\n[ActivationFunction] public readonly partial struct Own { public static float Formula(float x) => x * Functions.Erf(Functions.Softplus(x)); }");
        for (int i = 0; i < count; i++)
            yield return ($"Net{i}.cs", Text(i, (round * count) + i));
    }

    private static string Text(int index, int variation)
    {
        int width = 16 + variation, depth = 2 + (index % 5), kind = index % Losses.Length;
        string layers = string.Concat(Enumerable.Range(0, depth).Select(layer =>
            $"[Dense({width >> (layer / 2)}), {Activations[(index + layer / 2) % Activations.Length]}]\n{(layer % 3 == 1 ? "[Dropout(0.1)]\n" : "")}"));
        string labels = kind == 0 ? "int" : "float", last = kind == 0 ? "10" : "1";
        return string.Create(CultureInfo.InvariantCulture, $$"""
            using System;
            using ActGen;

            namespace Sample.N{{index}};

            /// <summary>Network {{index}}.</summary>
            [Network({{width * 2}})]
            {{layers}}[Dense({{last}})]
            {{Losses[kind]}}
            public sealed partial class Net;

            public sealed class Model
            {
                private readonly Net _network = new(seed: {{index}});

                public float Train(float[][] batches, {{labels}}[][] targets)
                {
                    using var trainer = _network.CreateTrainer(new AdamW(0.001), batchSize: 32);
                    float loss = 0;
                    for (int i = 0; i < batches.Length; i++)
                        loss += trainer.Step(batches[i], targets[i]);
                    return loss / batches.Length;
                }

                public float[] Ask(ReadOnlySpan<float> row)
                {
                    if (row.Length != Net.InputSize)
                        throw new ArgumentException($"{row.Length} values instead of {Net.InputSize}.", nameof(row));
                    float[] outputs = new float[Net.OutputSize];
                    _network.Predict(row, outputs);
                    return outputs;
                }
            }

            """);
    }
}
