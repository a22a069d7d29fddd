using System.Globalization;
using ActGen.Frontend.Calculus;
using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Layers;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Analysis;

/// <summary>Whether the stack as a whole is one: an input, some layers, at most one loss, and that last.</summary>
internal static class StackChecks
{
    /// <summary>The input's shape; unknown, with a problem, when it is missing or senseless.</summary>
    public static Shape CheckInput(NetworkDeclaration declaration, ProblemCollection problems)
    {
        if (!(declaration.InputMeanSquare > 0 && FloatRange.Holds(declaration.InputMeanSquare)))
            problems.Add(DeclarationDescriptors.ArgumentOutOfRange, ProblemSite.NetworkArgument("InputMeanSquare"),
                "Network", "InputMeanSquare", Words.Of(declaration.InputMeanSquare), declaration.InputMeanSquare > 0
                    ? "a mean square is at most 3.4028235E+38, the largest float"
                    : "a mean square is above 0: 1 for standardised inputs, about 0.1 for images in 0..1");
        Shape shape = new(declaration.InputShape);
        string? fault = null;
        if (!shape.IsKnown)
            fault = "The network has no input shape: write [Network(features)], as [Network(784)]";
        else if (shape.Dimensions.Items.Any(size => size < 1))
            fault = string.Format(CultureInfo.InvariantCulture, "The input shape {0} has a size below 1", shape);
        else if (shape.Size > int.MaxValue)
            fault = string.Format(CultureInfo.InvariantCulture, "The input shape {0} has more than {1:N0} elements", shape, int.MaxValue);
        if (fault is null)
            return shape;
        problems.Add(DeclarationDescriptors.MissingLayersOrInput, ProblemSite.NetworkArgument("inputShape"), fault);
        return Shape.Unknown;
    }

    /// <summary>Whether the number of layers is one that can be analysed.</summary>
    public static bool IsShort(NetworkDeclaration declaration) => declaration.Layers.Count <= NetworkDeclaration.MostLayers;

    /// <summary>Neither too many layers nor none.</summary>
    public static void CheckLength(NetworkDeclaration declaration, ProblemCollection problems)
    {
        if (!IsShort(declaration))
            problems.Add(DeclarationDescriptors.MissingLayersOrInput, ProblemSite.Class, string.Format(
                CultureInfo.InvariantCulture, "'{0}' has more than {1:N0} layers, the most that a network has, those of its blocks counted each time", declaration.Type.Name, NetworkDeclaration.MostLayers));
        else if (!declaration.Layers.Items.Any(layer => LayerTypes.Of(layer.Kind).Computes))
            problems.Add(DeclarationDescriptors.MissingLayersOrInput, ProblemSite.Class,
                $"'{declaration.Type.Name}' has no layer that computes anything: add one above the loss, as [Dense(10)]");
    }

    /// <summary>A loss is the last step and the only loss; in a block it is wrong in any place.</summary>
    public static void CheckLossPosition(NetworkDeclaration declaration, int index, ProblemCollection problems)
    {
        if (CompositionChecks.IsInBlock(declaration, declaration.Layers[index]))
            return;
        string name = declaration.Layers[index].Name;
        for (int i = 0; i < index; i++)
        {
            if (declaration.Layers[i].IsLoss)
            {
                problems.Add(DeclarationDescriptors.MisplacedLoss, new(index), $"[{name}] is a second loss after [{declaration.Layers[i].Name}]: a network has one");
                return;
            }
        }
        for (int i = index + 1; i < declaration.Layers.Count; i++)
        {
            if (!declaration.Layers[i].IsLoss)
            {
                problems.Add(DeclarationDescriptors.MisplacedLoss, new(index), $"[{name}] stands before [{declaration.Layers[i].Name}]: the loss is the last step");
                return;
            }
        }
    }
}
