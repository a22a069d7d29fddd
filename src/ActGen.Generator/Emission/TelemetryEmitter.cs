using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>What a network with <c>Telemetry = true</c> records: a call behind each layer's forward pass, and one before its backward pass.</summary>
internal sealed class TelemetryEmitter
{
    /// <summary>An output is saturated where |f′| is below this share of its largest value; the definition of <see cref="FormulaFacts.SaturatesAbove"/>.</summary>
    private const double SaturatedSlope = 0.01;

    private readonly IReadOnlyList<Stage> _rows;
    private readonly IReadOnlyList<Stage> _recorded;
    private readonly StageWriter _writer;

    /// <param name="stages">All steps of the network.</param>
    /// <param name="plan">The network; one without telemetry records nothing.</param>
    /// <param name="writer">Where calls go.</param>
    public TelemetryEmitter(IReadOnlyList<Stage> stages, NetworkPlan plan, StageWriter writer)
    {
        _rows = [.. stages.Where(stage => stage.IsDeclared)];
        _recorded = plan.HasTelemetry ? [.. _rows.Where(stage => !stage.IsReshape)] : [];
        _writer = writer;
    }

    /// <summary>Records what a step has put out.</summary>
    public void AfterForward(TrainingStep step)
    {
        int place = PlaceOf(step.Stage);
        if (place < 0)
            return;
        bool isJudged = IsJudged(step.Stage);
        string method = isJudged ? $"Output<{ActivationArguments.Formula(step.Stage.Activation)}>" : "Output";
        string text = $"{_writer.Vocabulary.Kernels("Telemetry")}.{method}(in pass, layer: {Vocabulary.Number(place)}, output: {StageWriter.Place(step.Output)}";
        if (isJudged)
        {
            text += $", keeps: {StageWriter.Operand(step.Stage.Keeps)}, kept: {StageWriter.Place(step.Kept!)}";
            if (ActivationArguments.Parameters(step.Stage.Activation, _writer.Vocabulary) is { } parameters)
                text += $", parameters: {parameters}";
        }
        _writer.Code.Line(text + ");");
    }

    /// <summary>Records the gradient that a step is about to pass back.</summary>
    public void BeforeBackward(TrainingStep step)
    {
        int place = PlaceOf(step.Stage);
        if (place >= 0)
            _writer.Code.Line($"{_writer.Vocabulary.Kernels("Telemetry")}.Gradient(in pass, layer: {Vocabulary.Number(place)}, gradient: {StageWriter.Place(step.OutputGradient)});");
    }

    /// <summary>The recorded layers as data.</summary>
    public void Describe()
    {
        if (_recorded.Count == 0)
            return;
        using (_writer.Code.Block("Telemetry =", "],", "["))
        {
            foreach (Stage stage in _recorded)
                _writer.Code.Line($"new(Layer: {Vocabulary.Number(Index(_rows, stage))}, Units: {Vocabulary.Number(stage.Layer.Output.Features)}){Facts(stage)},");
        }
    }

    /// <summary>The member of a layer's row that holds its activation as a function; null where nothing is recorded.</summary>
    public string? Activation(Stage stage)
    {
        if (PlaceOf(stage) < 0 || stage.Activation is not { Range: null } activation)
            return null;
        string parameters = string.Concat(activation.Values.Select(value => ", " + CodeWriter.Double(value)));
        return $"Activation = global::ActGen.LayerActivation.Of<{ActivationArguments.Formula(activation)}>({Vocabulary.Literal(ActivationText.Name(activation))}{parameters})";
    }

    private static string Facts(Stage stage)
    {
        var members = new List<string>();
        if (stage.Layer is PlannedProduct product)
            members.Add($"Weights = {ProgramConstants.Of(product.Weights)}, WeightCount = {StageWriter.Length(product.Weights)}");
        // Input's and state's weights lie one behind the other.
        if (stage.Layer is PlannedRecurrent { Directions: var directions })
        {
            members.Add($"Weights = {ProgramConstants.Of(directions[0].InputWeights)}, WeightCount = {StageWriter.Length(directions[0].InputWeights)} + {StageWriter.Length(directions[0].StateWeights)}");
            if (directions.Count > 1)
                members.Add($"ReverseWeights = {ProgramConstants.Of(directions[1].InputWeights)}");
        }
        if (IsJudged(stage))
        {
            FormulaFacts facts = FactsOf(stage);
            if (facts.DeadRegions.Count > 0)
                members.Add("CanDie = true");
            if (facts.SquashesBothSides)
                members.Add($"Saturation = {CodeWriter.Double(SaturatedSlope * facts.Lipschitz)}");
        }
        return members.Count == 0 ? "" : $" {{ {string.Join(", ", members)} }}";
    }

    /// <summary>Whether its derivative is looked at: that of one formula with the same parameters everywhere, whose facts say that it can vanish.</summary>
    private static bool IsJudged(Stage stage) =>
        stage.Activation is { IsUniform: true } && stage.Layer is PlannedProduct or PlannedActivation && FactsOf(stage) is var facts && (facts.DeadRegions.Count > 0 || facts.SquashesBothSides);

    private static FormulaFacts FactsOf(Stage stage) => FormulaFacts.Of(stage.Activation!.Formula, stage.Activation.Values);

    private int PlaceOf(Stage stage) => Index(_recorded, stage);

    private static int Index(IReadOnlyList<Stage> stages, Stage stage)
    {
        for (int i = 0; i < stages.Count; i++)
        {
            if (ReferenceEquals(stages[i], stage))
                return i;
        }
        return -1;
    }
}
