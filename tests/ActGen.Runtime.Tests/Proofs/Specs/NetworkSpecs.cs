using ActGen.Runtime.Tests.Proofs.Definitions;
using FsCheck;
using FsCheck.Fluent;

namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>Random networks and their smaller neighbours.</summary>
internal static class NetworkSpecs
{
    /// <summary>One, primes, and the widths of vectors with their neighbours.</summary>
    private static readonly int[] Sizes = [1, 2, 3, 5, 7, 8, 9, 13, 15, 16, 17, 31, 33];

    /// <summary>Up to seven layers in any order, then a loss with what it needs before it, one in six of them on images. A stack whose values crowd at a kink, as small
    /// positive ones at that of a threshold at 0, is drawn again.</summary>
    public static Gen<NetworkSpec> Generator { get; } = Networks(Layers());

    /// <summary>The same with group normalisation, which has a share of its own.</summary>
    public static Gen<NetworkSpec> GroupNormalized { get; } =
        Networks(Gen.Frequency((4, Layers()), (1, from groups in Gen.Choose(1, 4) from affine in Gen.Elements(true, false) select (LayerSpec)new GroupNormSpec(groups, affine))))
            .Where(spec => spec.Layers.Any(layer => layer is GroupNormSpec));

    /// <summary>Recurrent layers, the last of which gives its last state, with layers of any kind between.</summary>
    public static Gen<NetworkSpec> Recurrent { get; } =
        (from time in Gen.Choose(1, 6)
         from features in Gen.Elements(Sizes)
         from count in Gen.Choose(0, 3)
         from layers in Gen.ArrayOf(Gen.Frequency((1, Layers()), (1, RecurrentLayers())), count)
         from last in RecurrentLayers()
         from loss in Gen.Elements<LossSpec>(LossSpecs.All)
         select Finish([time, features], [.. layers, (RecurrentSpec)last with { ReturnSequences = false }], loss)).Where(spec => Batch.TryDraw(spec, rows: 9, seed: 0, new Run(Training: true), attempts: 20) is not null);

    private static Gen<NetworkSpec> Networks(Gen<LayerSpec> ofAnyRows) =>
        Gen.Frequency(
            (5, from shape in InputShapes()
                from count in Gen.Choose(1, 7)
                from layers in Gen.ArrayOf(ofAnyRows, count)
                from loss in Gen.Elements<LossSpec>(LossSpecs.All)
                select Finish(shape, layers, loss)),
            (1, from channels in Gen.Choose(1, 6)
                from height in Gen.Choose(1, 4)
                from width in Gen.Choose(1, 4)
                from count in Gen.Choose(1, 5)
                from layers in Gen.ArrayOf(Gen.Frequency((2, ofAnyRows), (1, ImageLayers())), count)
                from loss in Gen.Elements<LossSpec>(LossSpecs.All)
                select OnImages([channels, height, width], layers, loss))).Where(spec => Batch.TryDraw(spec, rows: 9, seed: 0, new Run(Training: true), attempts: 20) is not null);

    /// <summary>Networks that are simpler in one respect, the simplest first.</summary>
    public static IEnumerable<NetworkSpec> Shrink(NetworkSpec spec) =>
        WithoutALayer(spec).Concat(WithASimplerLayer(spec)).Concat(WithASimplerInput(spec)).Concat(WithASimplerLoss(spec)).Where(IsValid);

    private static Gen<int[]> InputShapes() => Gen.Frequency(
        (5, Gen.Elements(Sizes).Select(features => new[] { features })),
        (1, from time in Gen.Choose(1, 3) from features in Gen.Elements(Sizes) select new[] { time, features }));

    private static Gen<LayerSpec> Layers() => Gen.Frequency(
        (5, from units in Gen.Elements(Sizes) from bias in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false))) select (LayerSpec)new DenseSpec(units, bias)),
        (5, from definition in Gen.Elements(ActivationDefinitions.All) from parameters in Gen.Elements<double[]>(definition.Variants) select (LayerSpec)new ActivationSpec(definition, parameters)),
        (1, Gen.Elements(0, 0.125, 0.3, 0.5).Select(rate => (LayerSpec)new DropoutSpec(rate))),
        (1, Gen.Elements<LayerSpec>(new SoftmaxSpec(), new LogSoftmaxSpec(), new SoftminSpec(), new SparsemaxSpec())),
        (1, Gen.Elements<LayerSpec>(new CReLUSpec(), new MaxoutSpec(2), new MaxoutSpec(3), new RReLUSpec(), new RReLUSpec(-0.5, 0.25))),
        (1, Gen.Elements<LayerSpec>(new BatchNormSpec(), new BatchNormSpec(Affine: false), new LayerNormSpec(), new LayerNormSpec(Affine: false), new RMSNormSpec(), new RMSNormSpec(Affine: false))),
        (1, from definition in Gen.Elements(ActivationDefinitions.All.Where(one => one.Learned.Count > 0)) select (LayerSpec)new ActivationSpec(definition) { PerChannel = true }),
        (1, from definition in Gen.Elements(ActivationDefinitions.All)
            from units in Gen.Elements(Sizes)
            from end in Gen.Choose(0, 2)
            select (LayerSpec)new ResidualSpec(
            [.. end < 2 ? [new DenseSpec(units)] : Array.Empty<LayerSpec>(), new ActivationSpec(definition), .. end == 0 ? [new ResidualSpec(new DropoutSpec(0.3))] : Array.Empty<LayerSpec>()])),
        (2, from units in Gen.Elements(Sizes) from bias in Gen.Elements(true, false) from f in Gen.Elements(ActivationDefinitions.All) from layer in Gen.Elements<LayerSpec>(new GateSpec(new(f)), new GatedDenseSpec(units, new(f), bias)) select layer));

    private static Gen<LayerSpec> RecurrentLayers() =>
        from cell in Gen.Elements("RNN", "LSTM", "LSTM", "GRU", "GRU")
        from units in Gen.Elements(Sizes)
        from isBidirectional in Gen.Elements(true, false, false)
        from isRectified in Gen.Elements(true, false)
        select (LayerSpec)new RecurrentSpec(cell, units) { ReturnSequences = true, Bidirectional = isBidirectional, Rectified = isRectified && cell == "RNN" };

    private static Gen<LayerSpec> Convolutions() =>
        from filters in Gen.Elements(1, 2, 3, 4, 6, 8, 9, 12, 17)
        from height in Gen.Choose(1, 3)
        from width in Gen.Choose(1, 3)
        from stride in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 3)))
        from padding in Gen.Choose(stride == 1 ? -1 : 0, 2)
        from dilation in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Constant(2)))
        from groups in Gen.Frequency((3, Gen.Constant(1)), (1, Gen.Choose(2, 4)))
        from bias in Gen.Elements(true, true, false)
        select (LayerSpec)new ConvolutionSpec(2, filters, height, width) { Stride = stride, Padding = padding, Dilation = dilation, Groups = groups, Bias = bias };

    /// <summary>Losses with weights per class are declared for three classes; nearly all are given three outputs.</summary>
    private static NetworkSpec Finish(int[] shape, LayerSpec[] layers, LossSpec loss) =>
        new(shape, [.. Fitting(shape[^1], layers), new DenseSpec(loss.Outputs), .. LossSpecs.Before(loss)], loss);

    /// <summary>Layers that look at more than one position.</summary>
    private static Gen<LayerSpec> ImageLayers() => Gen.Frequency(
        (5, Convolutions()),
        (4, from axes in Gen.Choose(1, 2) from isMaximum in Gen.Elements(true, false) from size in Gen.Choose(1, 3) from stride in Gen.Choose(1, 3) from padding in Gen.Choose(0, size / 2) select (LayerSpec)new PoolSpec(axes, isMaximum, size, stride, padding)),
        (1, Gen.Elements(true, false).Select(isMaximum => (LayerSpec)new PoolSpec(0, isMaximum))),
        (1, Gen.Shuffle(new[] { 1, 2, 3 }).Select(axes => (LayerSpec)new PermuteSpec(axes))),
        (1, Gen.Constant((LayerSpec)new PermuteSpec(2, 1))));

    /// <summary>The layers that work on images and fit, then [Flatten] and what the loss needs.</summary>
    private static NetworkSpec OnImages(int[] shape, LayerSpec[] layers, LossSpec loss)
    {
        NetworkSpec images = layers.Aggregate(new NetworkSpec(shape, []), (spec, layer) => spec with { Layers = [.. spec.Layers, layer] } is { Fits: true } longer ? longer : spec);
        return images with { Layers = [.. images.Layers, new ReshapeSpec(images.OutputSize), new DenseSpec(loss.Outputs), .. LossSpecs.Before(loss)], Loss = loss };
    }

    /// <summary>The layers with a dense one before each that would get rows it cannot divide or that are too short for it, and where rows have grown long.</summary>
    private static IEnumerable<LayerSpec> Fitting(int width, LayerSpec[] layers)
    {
        List<LayerSpec> fitting = [];
        foreach (LayerSpec layer in layers)
        {
            // What is normalised already has no scale left that a second normalisation could pass a gradient to.
            bool isCancelled = IsNormalization(layer) && fitting.LastOrDefault() is { } last && IsNormalization(last);
            if (isCancelled || width % layer.Divisor != 0 || width < layer.LeastWidth || width > 2 * Sizes[^1])
            {
                DenseSpec before = new(Math.Max(4 * layer.Divisor, layer.LeastWidth));
                width = before.OutputWidth(width);
                fitting.Add(before);
            }
            if (layer is BatchNormSpec)
                WithoutBias(fitting);
            width = layer.OutputWidth(width);
            // A block ends with the width that it begins with.
            fitting.Add(layer is ResidualSpec { Block: var block } && block.Aggregate(width, (units, inner) => inner.OutputWidth(units)) != width ? new ResidualSpec([.. block, new DenseSpec(width)]) : layer);
        }
        return fitting;
    }

    /// <summary>A bias that reaches batch normalisation through linear layers alone has gradient 0, of which roundings are all: dense layers before one have no bias, and behind what ends with one comes Tanh.</summary>
    private static void WithoutBias(List<LayerSpec> beforeNormalization)
    {
        int i = beforeNormalization.Count - 1;
        for (; i >= 0 && beforeNormalization[i] is DenseSpec dense; i--)
            beforeNormalization[i] = dense with { Bias = false };
        if (i >= 0 && (beforeNormalization[i] is ResidualSpec || IsNormalization(beforeNormalization[i])))
            beforeNormalization.Insert(i + 1, new ActivationSpec(ActivationDefinitions.Named("Tanh")));
    }

    private static bool IsNormalization(LayerSpec layer) => layer is NormalizationSpec or GroupNormSpec;

    private static IEnumerable<NetworkSpec> WithoutALayer(NetworkSpec spec) =>
        spec.Layers.Select((_, i) => spec with { Layers = [.. spec.Layers.Where((_, j) => j != i)] });

    private static IEnumerable<NetworkSpec> WithASimplerLayer(NetworkSpec spec) =>
        spec.Layers.SelectMany((layer, i) => Simpler(layer).Select(simpler => spec with { Layers = [.. spec.Layers.Select((old, j) => j == i ? simpler : old)] }));

    private static IEnumerable<LayerSpec> Simpler(LayerSpec layer) => layer switch
    {
        DenseSpec { Bias: true } dense => SmallerSizes(dense.Units).Select(units => dense with { Units = units }).Append(dense with { Bias = false }),
        DenseSpec dense => SmallerSizes(dense.Units).Select(units => dense with { Units = units }),
        ActivationSpec { Parameters.Length: > 0 } or ActivationSpec { PerChannel: true } => [new ActivationSpec(layer.Activation!.Definition)],
        GateSpec { F.Definition.Name: not "ReLU" } => [new GateSpec(new(ActivationDefinitions.Named("ReLU")))],
        ResidualSpec residual => residual.Block.SelectMany((inner, i) => Simpler(inner).Prepend(null).Select(simpler => (LayerSpec)new ResidualSpec([.. residual.Block.Take(i), .. simpler is null ? Array.Empty<LayerSpec>() : [simpler], .. residual.Block.Skip(i + 1)])))
            .Where(simpler => simpler is ResidualSpec { Block.Length: > 0 }),
        RecurrentSpec recurrent => SmallerSizes(recurrent.Units).Select(units => (LayerSpec)(recurrent with { Units = units })).Concat(recurrent.Bidirectional ? [recurrent with { Bidirectional = false }] : []),
        GatedDenseSpec gated => SmallerSizes(gated.Units).Select(units => (LayerSpec)(gated with { Units = units })).Append(new DenseSpec(gated.Units)),
        _ => [],
    };

    private static IEnumerable<NetworkSpec> WithASimplerInput(NetworkSpec spec) =>
        SmallerSizes(spec.InputShape[^1]).Select(size => spec with { InputShape = [.. spec.InputShape.SkipLast(1), size] })
            .Concat(spec.InputShape.Count > 1 ? [spec with { InputShape = [spec.InputShape[^1]] }] : []);

    private static IEnumerable<NetworkSpec> WithASimplerLoss(NetworkSpec spec) =>
        spec.Loss is null or MSESpec ? [] : [spec with { Loss = new MSESpec() }];

    private static IEnumerable<int> SmallerSizes(int size) => Sizes.Where(smaller => smaller < size);

    /// <summary>Whether the loss still gets the kind of output it is defined for.</summary>
    private static bool IsValid(NetworkSpec spec) => spec.Layers.Count > 0 && spec.Fits && spec.Loss switch
    {
        { } loss when LossSpecs.Before(loss).FirstOrDefault() is { } needed && !needed.Equals(spec.Layers[^1]) => false,
        CosineSimilaritySpec or MultiLabelMarginSpec => spec.Widths[^1] >= 2,
        GaussianSpec => spec.Widths[^1] % 2 == 0,
        ClassLossSpec { ClassWeights.Length: var classes } => spec.Widths[^1] == classes,
        ClassLossSpec { IgnoreIndex: { } ignored } => spec.Widths[^1] >= 2 && spec.Widths[^1] > ignored,
        ClassLossSpec => spec.Widths[^1] >= 2,
        _ => true,
    };
}
