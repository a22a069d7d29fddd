using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The named constants at the head of a program: where each tensor and each buffer lies.</summary>
internal static class ProgramConstants
{
    public const string TrainingRow = "TrainingRow";

    public const string InferenceScratch = "InferenceScratch";

    public const string TrainingScratch = "TrainingScratch";

    public const string ClassWeights = "ClassWeights";

    /// <summary>The constant that holds a tensor's offset: <c>W1</c>, <c>B1</c>, <c>Beta1</c>.</summary>
    public static string Of(ParameterTensor tensor)
    {
        string[] parts = tensor.Name.Split('.');
        string number = parts[0].Substring("layer".Length);
        return tensor.Kind switch
        {
            TensorKind.Weight => (parts[1].StartsWith("weight_hh", StringComparison.Ordinal) ? "U" : "W") + number + Mark(parts[1]),
            TensorKind.Bias => "B" + number + Mark(parts[1]),
            TensorKind.Scale => "Gamma" + number,
            TensorKind.Statistic => (tensor.Name.EndsWith("mean", StringComparison.Ordinal) ? "Mean" : "Variance") + number,
            _ => $"A{number}_{parts[parts.Length - 1]}",
        };
    }

    /// <summary>What tells the tensors of a second direction from those of the first.</summary>
    private static string Mark(string name) => name.EndsWith("_reverse", StringComparison.Ordinal) ? "Reverse" : "";

    /// <summary>The list of a formula's constant parameters.</summary>
    public static string FormulaParameters(PlannedActivation activation) => $"F{activation.Number}_{activation.Place.Index}";

    public static void Write(NetworkPlan plan, InferencePlan inference, TrainingPlan training, StageWriter writer)
    {
        CodeWriter code = writer.Code;
        if (plan.Parameters.Count > 0)
            code.Line("// Parameters: first elements in the flat buffer.");
        foreach (ParameterTensor tensor in plan.Parameters)
            code.Line($"private const int {Of(tensor)} = {Vocabulary.Number(tensor.Offset)}; // {tensor.Name} [{string.Join(", ", tensor.Dimensions.Select(size => Vocabulary.Number(size)))}]");
        WriteBuffers("Inference: elements per row before each buffer.", inference.Steps.SelectMany(step => new[] { step.Output, step.Scratch }.OfType<Slot>()), code);
        IEnumerable<Slot> kept = training.Steps.SelectMany(step => new[] { step.CopiedInput, step.Output, step.Kept, step.Places, step.Statistics }.OfType<Slot>().Concat(step.Recurrent?.Forward ?? []));
        IEnumerable<Slot> backward = training.Steps.Reverse().SelectMany(step => new[] { step.InputGradient, step.RowSums, step.SkipGradient }.Concat(step.Recurrent?.Backward ?? [])).OfType<Slot>();
        WriteBuffers("Training: y are outputs, d derivatives f′, z pre-activations, g gradients, r those of residual sums, s sums of rows" + (training.Steps.Any(step => step.Statistics is not null) ? ", n statistics of normalisations" : "")
            + (training.Steps.Any(step => step.Places is not null) ? ", m cells of maxima" : "") + (training.Steps.Any(step => step.CopiedInput is not null) ? ", x padded images" : "") + (training.Steps.Any(step => step.Recurrent is not null) ? ", gates, cells and states of recurrent layers." : "."), kept.Concat(backward), code);
        FixedSlot[] fixedSlots = [.. training.Steps.SelectMany(step => new[] { step.Transposed, step.MixedGradient, step.BatchStatistics }).OfType<FixedSlot>().Distinct()];
        if (fixedSlots.Length > 0)
        {
            code.Line();
            code.Line("// Scratch behind the per-row buffers: transposed weights of one layer at a time.");
            code.Line($"private const int {TrainingRow} = {Vocabulary.Number(training.PerRow)};");
            foreach (FixedSlot slot in fixedSlots)
                code.Line($"private const int {slot.Name} = {Vocabulary.Number(slot.Offset)};");
        }
        WriteWorkerBuffers(inference, training, code);
        WriteConvolutions(plan, code);
        WriteLists(plan, writer);
    }

    private static void WriteWorkerBuffers(InferencePlan inference, TrainingPlan training, CodeWriter code)
    {
        if (inference.Scratch == 0 && training.Scratch == 0)
            return;
        code.Line();
        code.Line("// Scratch of each worker: one image at a time, padded or as it is before its pool.");
        code.Line($"private const int {InferenceScratch} = {Vocabulary.Number(inference.Scratch)};");
        code.Line($"private const int {TrainingScratch} = {Vocabulary.Number(training.Scratch)};");
    }

    private static void WriteConvolutions(NetworkPlan plan, CodeWriter code)
    {
        PlannedConvolution[] convolutions = [.. plan.Layers.Items.OfType<PlannedConvolution>()];
        if (convolutions.Length == 0)
            return;
        code.Line();
        code.Line("// Convolutions: for each axis cells, positions and taps; channels and filters.");
        foreach (PlannedConvolution convolution in convolutions)
            code.Line($"private static readonly {Vocabulary.Type("ConvolutionShape")} {ConvolutionEmitter.ShapeOf(convolution)} = {ConvolutionEmitter.Shape(convolution)};");
    }

    private static void WriteBuffers(string comment, IEnumerable<Slot> slots, CodeWriter code)
    {
        Slot[] buffers = [.. slots.Where(slot => slot.Place == Place.Buffer).GroupBy(slot => (slot.Name, slot.Offset)).Select(group => group.First())];
        if (buffers.Length == 0)
            return;
        code.Line();
        code.Line("// " + comment);
        foreach (Slot slot in buffers)
            code.Line($"private const int {slot.Name} = {Vocabulary.Number(slot.Offset)};");
    }

    private static void WriteLists(NetworkPlan plan, StageWriter writer)
    {
        var lists = plan.Layers.Items.Select(layer => layer is PlannedGate gate ? gate.Activation : layer).OfType<PlannedActivation>()
            .Where(activation => activation.Parameters.Count > 0 && (!activation.IsLearned || activation.IsPerChannel))
            .Select(activation => (Name: FormulaParameters(activation), Values: activation.Values, Comment: $"parameters of {ActivationText.Name(activation)}"))
            .ToList();
        if (plan.Loss is { ClassWeights.Count: > 0 } loss)
            lists.Add((ClassWeights, [.. loss.ClassWeights], "of the loss"));
        if (lists.Count > 0)
            writer.Code.Line();
        // Arrays, not span properties: a debug build makes the span of a property by reflection and allocates at every call.
        foreach ((string name, double[] values, string comment) in lists)
            writer.Code.Line($"private static readonly {writer.Vocabulary.Scalar}[] {name} = [{string.Join(", ", values.Select(writer.Vocabulary.Constant))}]; // {comment}");
    }
}
