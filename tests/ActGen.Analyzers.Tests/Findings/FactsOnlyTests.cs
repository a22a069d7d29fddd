using ActGen.Analyzers.Declarations;
using ActGen.Analyzers.Options;
using ActGen.Frontend.Analysis;
using ActGen.Frontend.Attributes;
using ActGen.Frontend.Facts;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Meaning;
using ActGen.Frontend.Model;
using ActGen.Testing;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Tests.Findings;

/// <summary>A layer that is added later is judged by its facts alone: here dropout plays layers that do not exist.</summary>
public class FactsOnlyTests
{
    private static readonly LayerFacts MaxPool = new(LayerMap.Nonlinear), AveragePool = new(LayerMap.Affine), Flatten = new(LayerMap.Identity),
        BatchNorm = new(LayerMap.Affine) { Normalizes = NormalizedOver.Batch }, Attention = new(LayerMap.Product),
        Branch = new(LayerMap.Identity) { HasOneReader = false };

    [Fact]
    public void Between_affine_layers()
    {
        const string Stack = "[Network(4)] [Dense(8), Dropout(0.5)] [Dense(2)] [CrossEntropyLoss]";

        Assert.Equal("ACT1002 Warning", Found(Stack, Flatten));
        Assert.Equal("ACT1002 Warning", Found(Stack, AveragePool));
        Assert.Equal("ACT1002 Info, ACT3003 Info", Found(Stack, BatchNorm));
        Assert.Equal("", Found(Stack, MaxPool));
        Assert.Equal("", Found(Stack, Attention));
        Assert.Equal("", Found(Stack, Branch));
    }

    [Fact]
    public void Behind_softmax()
    {
        const string Hidden = "[Network(4)] [Dense(8), Softmax] [Dropout(0.5)] [Dense(2), ReLU] [Dense(2)] [CrossEntropyLoss]";
        Assert.Equal("ACT1001 Warning", Found(Hidden, Flatten));
        Assert.Equal("", Found(Hidden, MaxPool));
        Assert.Equal("", Found(Hidden, Attention));

        const string Output = "[Network(4)] [Dense(8), Softmax] [Dropout(0.5)] [CrossEntropyLoss]";
        Assert.Equal("ACT2001 Warning", Found(Output, Flatten));
        // What it makes of probabilities is not known; where it stands is.
        Assert.Equal("ACT2011 Info", Found(Output, BatchNorm));
    }

    private static string Found(string stack, LayerFacts played)
    {
        Compilation compilation = TestCompilation.Create($"using ActGen;\n{stack} public sealed partial class Net;");
        INamedTypeSymbol type = compilation.GetTypeByMetadataName("Net")!;
        var network = new NetworkMeaning(
            NetworkAnalysis.Of(NetworkReader.Read(type, compilation, default)!),
            layer => layer.Kind == LayerKind.Dropout ? played : LayerTypes.FactsOf(layer));
        return string.Join(", ", NetworkRules.All.SelectMany(rule => rule.Find(network, RuleOptions.Default)
            .Select(finding => $"{rule.Descriptor.Id} {finding.Severity ?? rule.Descriptor.DefaultSeverity}")));
    }
}
