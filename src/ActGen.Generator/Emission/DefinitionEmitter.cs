using System.Globalization;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;
using ActGen.Frontend.Symbols;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary><c>Describe()</c>: the network as data.</summary>
internal static class DefinitionEmitter
{
    /// <summary>Version of the contract with the library that this generator writes for; the runtime's <c>NetworkDefinition.CurrentContract</c>.</summary>
    public const int Contract = 1;

    public static void Write(NetworkPlan plan, IReadOnlyList<Stage> stages, InferencePlan inference, TrainingPlan training, TelemetryEmitter telemetry, CodeWriter code)
    {
        code.Line("// The network as data, for the runtime, files and the summary.");
        using (code.Block($"public static {Vocabulary.Type("NetworkDefinition")} Describe() => new()", "};"))
        {
            code.Line($"Name = {Vocabulary.Literal(PlainName(plan.Type))},");
            code.Line($"Contract = {Vocabulary.Number(Contract)},");
            code.Line($"InputShape = {List(plan.Input)},");
            code.Line($"OutputShape = {List(plan.Output)},");
            using (code.Block("Parameters =", "],", "["))
            {
                foreach (ParameterTensor tensor in plan.Parameters)
                    code.Line($"{Tensor(tensor)},");
            }
            WriteFolded(stages, code);
            using (code.Block("Layers =", "],", "["))
            {
                foreach (Stage stage in stages.Where(stage => stage.IsDeclared))
                    code.Line($"{Layer(stage, telemetry)},");
            }
            telemetry.Describe();
            if (ScaleText.IsKnown(plan.Signal.Input.Predict(1)))
                code.Line($"InputSignal = {Scale(plan.Signal.Input.Predict(plan.Input.Features, plan.Input.Positions))},");
            if (ScaleText.IsKnown(plan.Signal.InputGradient.Predict(1)))
                code.Line($"InputGradient = {Scale(plan.Signal.InputGradient.Predict(plan.Input.Features, plan.Input.Positions))},");
            if (plan.Signal.BornDead is { } dead)
                code.Line($"BornDead = {CodeWriter.Double(dead)},");
            if (plan.Loss is { } loss)
                code.Line($"Loss = {Loss(loss, plan.Output)},");
            if (plan.Layers.Items.OfType<PlannedNormalization>().Any(layer => layer.LeastRows > 1))
                code.Line($"LeastTrainingRows = {Vocabulary.Number(plan.Layers.Items.OfType<PlannedNormalization>().Max(layer => layer.LeastRows))},");
            code.Line($"Inference = {Sizes(inference.PerRow, 0, inference.Scratch)},");
            code.Line($"Training = {Sizes(training.PerRow, training.Fixed, training.Scratch)},");
        }
    }

    /// <summary>The class's name as the user thinks of it, without escapes.</summary>
    public static string PlainName(TypeIdentity type) => type.Name.TrimStart('@');

    private static void WriteFolded(IReadOnlyList<Stage> stages, CodeWriter code)
    {
        FoldedPair[] pairs = [.. stages.Where(stage => stage.IsProduct).Select(stage => stage.Fold).OfType<FoldedPair>()];
        if (pairs.Length == 0)
            return;
        using (code.Block("Folded =", "],", "["))
        {
            foreach ((PlannedProduct product, PlannedBatchNorm norm) in pairs)
            {
                string[] members = [.. Place("Bias", product.Bias), .. Place("Scale", norm.Scale), .. Place("Shift", norm.Shift)];
                code.Line(
                    $"new(Weights: {ProgramConstants.Of(product.Weights)}, WeightCount: {StageWriter.Length(product.Weights)}, Mean: {ProgramConstants.Of(norm.RunningMean)}, Variance: {ProgramConstants.Of(norm.RunningVariance)}, "
                    + $"Features: {Vocabulary.Number(norm.Input.Features)}, Epsilon: {CodeWriter.Double(norm.Epsilon)}){Initializer(members)},");
            }
        }

        static string[] Place(string name, ParameterTensor? tensor) => tensor is null ? [] : [$"{name} = {ProgramConstants.Of(tensor)}"];
    }

    private static string Layer(Stage stage, TelemetryEmitter telemetry)
    {
        string[] members =
        [
            .. Named("Signal", stage.PredictedSignal),
            .. Named("Gradient", stage.PredictedGradient),
            .. telemetry.Activation(stage) is { } activation ? [activation] : Array.Empty<string>(),
        ];
        return $"new({Vocabulary.Literal(LayerNames.Of(stage))}, {List(stage.Layer.Output)}, {Vocabulary.Number(LayerNames.ParameterCount(stage))}, "
            + $"{Vocabulary.Number(LayerNames.MultiplyAdds(stage))}, {Vocabulary.Literal(LayerNames.KeepsCell(stage))})"
            + Initializer(members);

        static string[] Named(string name, Prediction prediction) => ScaleText.IsKnown(prediction) ? [$"{name} = {Scale(prediction)}"] : [];
    }

    private static string Sizes(int perRow, int fixedSize, int scratch) =>
        $"new(PerRow: {Vocabulary.Number(perRow)}, Fixed: {Vocabulary.Number(fixedSize)})" + Initializer(scratch > 0 ? [$"PerWorker = {Vocabulary.Number(scratch)}"] : []);

    private static string Scale(Prediction prediction) =>
        $"new({CodeWriter.Double(ThreeDigits(prediction.Rms))}, {CodeWriter.Double(ThreeDigits(prediction.Low))}, {CodeWriter.Double(ThreeDigits(prediction.High))})";

    private static double ThreeDigits(double value) => double.Parse(value.ToString("E2", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);

    private static string Tensor(ParameterTensor tensor) =>
        $"new({Vocabulary.Literal(tensor.Name)}, [{string.Join(", ", tensor.Dimensions.Select(size => Vocabulary.Number(size)))}], {Vocabulary.Number(tensor.Offset)}, "
        + $"global::ActGen.ParameterKind.{tensor.Kind}, new(global::ActGen.InitialDistribution.{tensor.Distribution}, {CodeWriter.Double(tensor.Scale)}))";

    private static string Loss(PlannedLoss loss, Shape output)
    {
        string targets = loss.Type.Form switch
        {
            LossForm.CrossEntropy => $"{Vocabulary.Type("TargetKind")}.Labels | {Vocabulary.Type("TargetKind")}.Values",
            LossForm.Labels => $"{Vocabulary.Type("TargetKind")}.Labels",
            _ => $"{Vocabulary.Type("TargetKind")}.Values",
        };
        bool takesLabels = loss.Type.TakesLabels;
        return $"new({Vocabulary.Literal(loss.Type.Name)}, {targets}, {Vocabulary.Type("DecisionKind")}.{loss.Type.Decision}, "
            + $"Classes: {Vocabulary.Number(takesLabels ? output.Last : 0)}, IgnoreIndex: {(takesLabels ? Vocabulary.Number(loss.IgnoreIndex) : "null")})"
            + Initializer([
                .. loss.TargetWidth(output) == output.Last ? Array.Empty<string>() : [$"TargetWidth = {Vocabulary.Number(loss.TargetWidth(output))}"],
                .. loss.Type.IsSigned ? ["IsSigned = true"] : Array.Empty<string>(),
            ]);
    }

    /// <summary>One object initialiser, or nothing.</summary>
    private static string Initializer(string[] members) => members.Length > 0 ? $" {{ {string.Join(", ", members)} }}" : "";

    private static string List(Shape shape) => $"[{string.Join(", ", shape.Dimensions.Select(size => Vocabulary.Number(size)))}]";
}
