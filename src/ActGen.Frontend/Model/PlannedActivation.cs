using ActGen.Frontend.Calculus;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Model;

/// <summary>y = f(x), element by element.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Formula">f.</param>
/// <param name="Parameters">The formula's parameters in its order.</param>
internal sealed record PlannedActivation(LayerPlace Place, Formula Formula, EquatableArray<ActivationParameter> Parameters) : PlannedLayer(Place)
{
    /// <summary>Values in the formula's order; a learned one's starting value.</summary>
    public double[] Values => [.. Parameters.Select(parameter => parameter.Value)];

    /// <summary>Between which numbers training draws the one parameter; null where parameters are not random.</summary>
    public ParameterRange? Range { get; init; }

    /// <summary>Whether its functions trade their last digits for speed.</summary>
    public bool IsFast { get; init; }

    /// <summary>Whether each element of the last axis has learned values of its own.</summary>
    public bool IsPerChannel => Parameters.Items.Any(parameter => parameter.Learned is { Length: > 1 });

    /// <summary>Whether it can be part of a matrix product: its parameters are the same everywhere.</summary>
    public bool IsUniform => Range is null && !IsPerChannel;

    /// <summary>Whether it trains parameters.</summary>
    public bool IsLearned => Parameters.Items.Any(parameter => parameter.Learned is not null);

    public override IEnumerable<ParameterTensor> Tensors => Parameters.Select(parameter => parameter.Learned).OfType<ParameterTensor>();

    public override long ValuesPerBatch => Parameters.Count;

    /// <summary>Each position's share of the gradients of learned parameters.</summary>
    public override long ValuesAside => IsLearned ? (long)Parameters.Count * Output.Positions : 0;

    /// <summary>The input of an activation that is part of a product is kept for it alone.</summary>
    protected override bool KeepsExtra => Keeps is Operand.Derivative or Operand.Input;

    /// <summary>What backward reads; a random parameter is forgotten, the derivative that it gave is not.</summary>
    public override Operand Keeps => Range is not null ? Operand.Derivative : FormulaAnalysis.Of(Formula).OperandFor(Values, [.. Parameters.Select(parameter => parameter.Learned is not null)]);

    /// <summary>Its formula's moments in training, over normal inputs.</summary>
    /// <param name="q">Their mean square.</param>
    /// <param name="mean">Their mean.</param>
    public FormulaMoments Moments(double q, double mean = 0)
    {
        FormulaAnalysis formula = FormulaAnalysis.Of(Formula);
        return Range is null
            ? formula.Moments(Values, q, mean)
            : FormulaMoments.Mixture([.. Range.Nodes.Select(node => (node.Probability, formula.Moments([node.Value], q, mean)))]);
    }
}

/// <summary>A parameter of an activation in one layer.</summary>
/// <param name="Value">Its value as it is written, of which kernels compute with the nearest float; where it is learned, the first one.</param>
/// <param name="Learned">The tensor that holds it where it is learned, of one element or one for each channel; null where it is constant.</param>
internal sealed record ActivationParameter(double Value, ParameterTensor? Learned);

/// <summary>Bounds of a random parameter.</summary>
/// <param name="Lower">The lower one.</param>
/// <param name="Upper">The upper one.</param>
internal sealed record ParameterRange(double Lower, double Upper)
{
    // The 4-point rule of Gauss and Legendre (Abramowitz & Stegun table 25.4): exact for slopes to the seventh power.
    private const double Near = 0.339981043584856265, Far = 0.861136311594052575, NearWeight = 0.652145154862546143, FarWeight = 0.347854845137453857;

    /// <summary>The mean over the range of what a function makes of a value.</summary>
    public double[] Mean(Func<double, double[]> function)
    {
        (double Weight, double[] Values)[] parts = [.. Nodes.Select(node => (node.Probability, function(node.Value)))];
        return [.. parts[0].Values.Select((_, i) => parts.Sum(part => part.Weight * part.Values[i]))];
    }

    /// <summary>Values that stand for the range, and their probabilities.</summary>
    public IReadOnlyList<(double Probability, double Value)> Nodes =>
        [.. new[] { (FarWeight, -Far), (NearWeight, -Near), (NearWeight, Near), (FarWeight, Far) }.Select(node => (node.Item1 / 2, ((Lower + Upper) / 2) + (node.Item2 * (Upper - Lower) / 2)))];
}

/// <summary>y = a ⊙ f(b) over the halves of the last axis.</summary>
/// <param name="Place">Where it stands.</param>
/// <param name="Activation">f, on one half.</param>
internal sealed record PlannedGate(LayerPlace Place, PlannedActivation Activation) : PlannedLayer(Place)
{
    /// <summary>The derivatives by a and b, which have their size; a and b themselves where learned parameters need them.</summary>
    public override Operand Keeps => Activation.IsLearned ? Operand.Input : Operand.Derivative;

    public override IEnumerable<ParameterTensor> Tensors => Activation.Tensors;

    public override long ValuesPerBatch => Activation.ValuesPerBatch;

    public override long ValuesAside => Activation.ValuesAside;
}
