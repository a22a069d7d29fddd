using ActGen.CompilerServices;
using ActGen.Runtime.Tests.Proofs.Definitions;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;
using Xunit.Abstractions;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Random products with batch normalisation behind them, folded against unfolded.</summary>
public sealed class FrozenPairTests(ITestOutputHelper output)
{
    private const int Networks = 48, Draws = 6;

    /// <summary>|folded − unfolded| ≤ 2e-6·√max(1, K/200)·(|y| + |s|·rms(Wx)), with rms(Wx) that of the feature over the batch and K the inputs of a product. Each step of a chain rounds a sum that has grown
    /// to √(k/K) of its end: K steps have a deviation of 2⁻²⁴·√(K/6) of it, and no other order of the same steps in float less.</summary>
    private const double Bound = 2e-6, Inputs = 200;

    private static readonly NetworkSpec[] Specs = [.. Enumerable.Range(0, Networks).Select(seed => Draw(new Random(seed)))];

    private static readonly IReadOnlyList<IFloatNetwork> Compiled = NetworkFactory.CompileFloat(Specs);

    [Fact]
    public void Folded_equals_unfolded_within_the_bound()
    {
        double worst = 0;
        for (int i = 0; i < Networks; i++)
        {
            for (int seed = 0; seed < Draws; seed++)
            {
                (float[] parameters, float[] inputs) = Values(Specs[i], rows: 23, seed);
                IFrozenNetwork frozen = Compiled[i].Freeze(parameters);
                Assert.Equal(parameters, frozen.Original);
                double ratio = WorstRatio(Specs[i], frozen.Folded.Single(), parameters, Compiled[i].Forward(parameters, inputs), frozen.Forward(inputs), Bound);
                Assert.True(ratio <= 1, $"{ratio:G3} times the bound, draw {seed} of\n{Specs[i]}");
                worst = Math.Max(worst, ratio);
            }
        }
        output.WriteLine($"At worst {worst:G2} times the bound");
        // Nothing folded would be nothing compared.
        Assert.True(worst > 0);
    }

    /// <summary>3 × 3 kernels over 64, 128 and 512 channels, and dense layers in one chain and in four.</summary>
    [Fact]
    public void Many_inputs_differ_by_the_root_of_their_number()
    {
        int[] counts = [576, 1152, 4608];
        NetworkSpec[] specs =
        [
            .. counts.Select(count => new NetworkSpec([count / 9, 5, 5], [new ConvolutionSpec(2, 12, 3, 3), new BatchNormSpec()])),
            .. counts.Select(count => new NetworkSpec([count], [new DenseSpec(80), new BatchNormSpec()])),
            .. counts.Select(count => new NetworkSpec([count], [new DenseSpec(24), new BatchNormSpec()])),
        ];
        IReadOnlyList<IFloatNetwork> networks = NetworkFactory.CompileFloat(specs);
        for (int i = 0; i < specs.Length; i++)
        {
            (float[] parameters, float[] inputs) = Values(specs[i], rows: 23, seed: i);
            IFrozenNetwork frozen = networks[i].Freeze(parameters);
            double worst = WorstRatio(specs[i], frozen.Folded.Single(), parameters, networks[i].Forward(parameters, inputs), frozen.Forward(inputs), Bound * Math.Sqrt(counts[i % 3] / Inputs));
            output.WriteLine($"{counts[i % 3]} inputs: at worst {worst:G2} times the bound, {worst * Math.Sqrt(counts[i % 3] / Inputs):G2} times that of few inputs");
            Assert.InRange(worst, 0.01, 1);
        }
    }

    [Fact]
    public void A_frozen_row_has_the_same_bits_alone_in_any_batch_and_on_any_number_of_threads()
    {
        for (int i = 0; i < Networks; i++)
        {
            (float[] parameters, float[] inputs) = Values(Specs[i], rows: 37, seed: i);
            IFrozenNetwork frozen = Compiled[i].Freeze(parameters);
            float[] expected = frozen.Forward(inputs);
            Bits.AssertEqual(expected, [.. inputs.Chunk(Specs[i].InputSize).SelectMany(row => frozen.Forward(row))], "rows alone");
            Bits.AssertEqual(expected, frozen.Forward(inputs, threads: 3), "rows shared by three");
            Bits.AssertEqual(expected[..Specs[i].OutputSize], frozen.Forward(inputs[..Specs[i].InputSize], threads: 3), "a row shared by three");
            Bits.AssertEqual(expected, frozen.Freeze().Forward(inputs), "frozen twice");
        }
    }

    [Fact]
    public void A_frozen_network_allocates_nothing()
    {
        foreach (int rows in new[] { 1, 40 })
        {
            (float[] parameters, float[] inputs) = Values(Specs[0], rows, seed: 1);
            Assert.Equal(0, Compiled[0].Freeze(parameters).Allocations(inputs));
        }
    }

    private static NetworkSpec Draw(Random random)
    {
        // A dense layer whose single rows threads share is among them, and rows too long for the stack.
        int features = random.Next(1, 20), units = random.Next(3) == 0 ? random.Next(65, 140) : random.Next(1, 34), groups = random.Next(1, 4);
        bool bias = random.Next(2) == 0;
        (int[] shape, LayerSpec product) = random.Next(4) switch
        {
            0 => (new[] { features, random.Next(1, 7), random.Next(1, 7) }, (LayerSpec)new ConvolutionSpec(2, units, 3, 2) { Padding = 2, Bias = bias, Stride = random.Next(1, 3) }),
            1 => ([groups * 2, random.Next(3, 12)], new ConvolutionSpec(1, groups * random.Next(1, 9), 1, 3) { Groups = groups, Bias = bias }),
            2 => ([random.Next(1, 5), features], new DenseSpec(units, bias)),
            _ => ([random.Next(1, 200)], new DenseSpec(units, bias)),
        };
        LayerSpec[] before = random.Next(2) == 0 ? [] : [new ActivationSpec(ActivationDefinitions.Named("Tanh"))];
        return new(shape, [.. before, product, new BatchNormSpec(Affine: random.Next(3) > 0) { DeclaredEpsilon = random.Next(3) == 0 ? 0.25 : null }]);
    }

    private static (float[] Parameters, float[] Inputs) Values(NetworkSpec spec, int rows, int seed)
    {
        Batch batch = Batch.Draw(spec, rows, seed, default, margin: 0);
        return ([.. batch.Tensors.SelectMany(tensor => tensor).Select(value => (float)value)], [.. batch.Inputs.Select(value => (float)value)]);
    }

    /// <summary>The largest difference over its bound; Wx is what the unfolded network normalised, taken back.</summary>
    private static double WorstRatio(NetworkSpec spec, FoldedNormalization norm, float[] parameters, float[] unfolded, float[] folded, double bound)
    {
        int size = spec.OutputSize, positions = size / norm.Features;
        bool isChannelsFirst = spec.Layers.Any(layer => layer is ConvolutionSpec);
        double worst = 0;
        for (int feature = 0; feature < norm.Features; feature++)
        {
            int[] places = [.. Enumerable.Range(0, unfolded.Length).Where(i => (isChannelsFirst ? i % size / positions : i % norm.Features) == feature)];
            double s = Value(norm.Scale, 1) / Math.Sqrt(parameters[norm.Variance + feature] + norm.Epsilon);
            double rms = Math.Sqrt(places.Average(i => Math.Pow(((unfolded[i] - Value(norm.Shift, 0)) / s) + parameters[norm.Mean + feature] - Value(norm.Bias, 0), 2)));
            worst = Math.Max(worst, places.Max(i => Math.Abs(folded[i] - (double)unfolded[i]) / (bound * (Math.Abs(unfolded[i]) + (Math.Abs(s) * rms)))));

            double Value(int? tensor, double otherwise) => tensor is { } first ? parameters[first + feature] : otherwise;
        }
        return worst;
    }
}
