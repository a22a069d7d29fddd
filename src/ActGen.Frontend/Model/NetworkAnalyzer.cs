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
        TargetChecks.Check(declaration, _problems);
        Shape input = StackChecks.CheckInput(declaration, _problems);
        if (StackChecks.CheckLength(declaration, _problems))
            Walk(input);
        EquatableArray<LayerAnalysis> layers = new(_layers.ToImmutable());
        SizeChecks.Check(input, layers, _problems);
        EquatableArray<Problem> problems = _problems.ToEquatableArray();
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
        LayerKind.Dense when input.IsKnown && layer.Number("units", 0) is >= 1 and <= int.MaxValue and double units =>
            ((long)input.Last * (long)units) + (layer.Flag("Bias", true) ? (long)units : 0),
        LayerKind.Dense or LayerKind.Unknown => null,
        LayerKind.Activation when layer.Formula is { Formula: null } => null,
        LayerKind.Activation => layer.Formula!.Formula!.Parameters.Items.Count(parameter => parameter.IsLearnable),
        _ => 0,
    };
}
