using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Analysis;

/// <summary>Walks a declaration from input to output: shapes, then checks, then the plan when nothing stands against it.</summary>
internal sealed class NetworkAnalyzer(NetworkDeclaration declaration)
{
    private readonly ProblemCollection _problems = new();
    private readonly ImmutableArray<LayerAnalysis>.Builder _layers = ImmutableArray.CreateBuilder<LayerAnalysis>();
    private readonly Stack<Shape> _branches = new();

    public NetworkAnalysis Analyze()
    {
        var ofClass = new ProblemCollection();
        bool isStack = CompositionChecks.CheckClass(declaration, ofClass);
        Shape input = isStack ? StackChecks.CheckInput(declaration, _problems) : Shape.Unknown;
        if (StackChecks.IsShort(declaration))
            Walk(input);
        if (isStack)
            StackChecks.CheckLength(declaration, _problems);
        EquatableArray<LayerAnalysis> layers = new(_layers.ToImmutable());
        SizeChecks.CheckLayers(layers, _problems);
        TargetChecks.Check(declaration, layers.Items.LastOrDefault(layer => !layer.Declaration.IsLoss)?.Output ?? input, ofClass);
        NetworkPlan? plan = isStack && ofClass.Count + _problems.Count == 0 ? Planner.Plan(declaration, input, layers) : null;
        if (plan is not null)
            SizeChecks.CheckPlan(declaration, plan, _problems);
        return new(declaration, input, layers, [.. ofClass.ToEquatableArray(), .. _problems.ToEquatableArray()], _problems.Count == 0 ? plan : null);
    }

    /// <summary>Who says what axes mean: a residual block's first layer says it for what the block is added to.</summary>
    private LayerType ReaderAt(int index)
    {
        while (declaration.Layers[index].Kind == LayerKind.Branch && index + 1 < declaration.Layers.Count)
            index++;
        return LayerTypes.Of(declaration.Layers[index].Kind);
    }

    private void Walk(Shape input)
    {
        Shape current = input;
        string origin = "the network's input";
        for (int i = 0; i < declaration.Layers.Count; i++)
        {
            LayerDeclaration layer = declaration.Layers[i];
            LayerType type = LayerTypes.Of(layer.Kind);
            type.Check(new(layer, i, _problems));
            CompositionChecks.CheckLayer(declaration, i, _problems);
            Shape given = current;
            current = ReaderAt(i).Understand(layer, current);
            Shape output = current;
            if (layer.Kind == LayerKind.Branch)
            {
                _branches.Push(current);
            }
            else if (layer.Kind == LayerKind.Sum)
            {
                output = CompositionChecks.CheckSum(declaration, i, _branches.Pop(), current, _problems);
            }
            else if (layer.IsLoss)
            {
                StackChecks.CheckLossPosition(declaration, i, _problems);
                LossChecks.Check(layer, i, given, i == 0 ? null : declaration.Layers[i - 1], _problems);
            }
            else if (layer.Kind == LayerKind.Unknown)
            {
                _problems.Add(DeclarationDescriptors.UnknownLayer, new(i), layer.Name);
                output = Shape.Unknown;
            }
            else if (current.IsKnown)
            {
                (output, string? misfit) = type.Infer(layer, current, origin);
                if (misfit is not null)
                    _problems.Add(DeclarationDescriptors.LayerDoesNotFit, new(i), layer.Name, misfit);
            }
            _layers.Add(new(i, layer, current, output, type.ParameterCount(layer, current), layer.Formula?.Formula, ActivationArguments.Check(layer, i, _problems)));
            if (!layer.IsLoss)
            {
                current = output;
                origin = $"[{layer.Name}]";
            }
        }
    }
}
