using System.Collections.Immutable;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Model;

/// <summary>Walks a declaration from input to output: shapes, then checks, then the plan when nothing stands against it.</summary>
internal sealed class NetworkAnalyzer(NetworkDeclaration declaration)
{
    private readonly ProblemCollection _problems = new();
    private readonly ImmutableArray<LayerAnalysis>.Builder _layers = ImmutableArray.CreateBuilder<LayerAnalysis>();

    public NetworkAnalysis Analyze()
    {
        Shape input = StackChecks.CheckInput(declaration, _problems);
        if (StackChecks.CheckLength(declaration, _problems))
            Walk(input);
        EquatableArray<LayerAnalysis> layers = new(_layers.ToImmutable());
        SizeChecks.Check(input, layers, _problems);
        var ofClass = new ProblemCollection();
        TargetChecks.Check(declaration, layers.Items.LastOrDefault(layer => !layer.Declaration.IsLoss)?.Output ?? input, ofClass);
        EquatableArray<Problem> problems = [.. ofClass.ToEquatableArray(), .. _problems.ToEquatableArray()];
        return new(declaration, input, layers, problems, problems.Count == 0 ? Planner.Plan(declaration, input, layers) : null);
    }

    private void Walk(Shape input)
    {
        Shape current = input;
        string origin = "the network's input";
        for (int i = 0; i < declaration.Layers.Count; i++)
        {
            LayerDeclaration layer = declaration.Layers[i];
            ArgumentChecks.Check(layer, i, _problems);
            Shape output = current;
            if (layer.IsLoss)
            {
                StackChecks.CheckLossPosition(declaration, i, _problems);
                LossChecks.Check(layer, i, current, _problems);
            }
            else if (layer.Kind == LayerKind.Unknown)
            {
                _problems.Add(DeclarationDescriptors.UnknownLayer, new(i), layer.Name);
                output = Shape.Unknown;
            }
            else if (current.IsKnown)
            {
                (output, string? misfit) = ShapeInference.Infer(layer, current, origin);
                if (misfit is not null)
                    _problems.Add(DeclarationDescriptors.LayerDoesNotFit, new(i), layer.Name, misfit);
            }
            _layers.Add(new(i, layer, current, output, ParameterCount(layer, current), layer.Formula?.Formula, ActivationArguments.Check(layer, i, _problems)));
            if (!layer.IsLoss)
            {
                current = output;
                origin = $"[{layer.Name}]";
            }
        }
    }

    private static long? ParameterCount(LayerDeclaration layer, Shape input) => layer.Kind switch
    {
        LayerKind.Unknown => null,
        _ when layer.HasWeights || layer.Formula is not null => WeightCount(layer, input) + LearnedCount(layer, input),
        _ => 0,
    };

    private static long? WeightCount(LayerDeclaration layer, Shape input)
    {
        if (!layer.HasWeights)
            return 0;
        long columns = (long)(layer.Units ?? 0) * (layer.Kind == LayerKind.GatedDense ? 2 : 1);
        return input.IsKnown && columns > 0 ? (input.Last * columns) + (layer.Flag("Bias", true) ? columns : 0) : null;
    }

    private static long? LearnedCount(LayerDeclaration layer, Shape input)
    {
        if (layer.Formula is null)
            return 0;
        if (layer.Formula.Formula is not { } formula)
            return null;
        long learned = formula.Parameters.Items.Count(parameter => parameter.IsLearnable);
        if (learned == 0 || layer.Kind != LayerKind.Activation || !layer.Flag("PerChannel", false))
            return learned;
        return input.IsKnown ? learned * input.Last : null;
    }
}
