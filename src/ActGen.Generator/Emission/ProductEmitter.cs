using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>y = f(z), z a product of x with trained weights W, plus b; with its backward pass.</summary>
/// <typeparam name="T">The product.</typeparam>
internal abstract class ProductEmitter<T> : LayerEmitter
    where T : PlannedProduct
{
    public override string Name(Stage stage) =>
        $"{stage.Layer.Place.Name} {Size(LayerOf(stage))}" + (stage.Activation is { } activation ? " + " + ActivationText.Name(activation) : "")
        + (stage.Pool is { } pool ? " + " + PoolEmitter.NameOf(pool) : "");

    public override void Infer(InferenceStep step, StageWriter writer) =>
        Product(
            StartInference(step.Stage, writer), step.Stage, step.Input, StageWriter.InferenceBias(step.Stage), step.Output,
            padded: Scratch(ProgramConstants.InferenceScratch, step.Stage.Layer.InferenceScratch),
            writer)
        .Write(writer.Code);

    public override void Forward(TrainingStep step, StageWriter writer)
    {
        Call call = Product(
            Start("Forward", step.Stage, writer), step.Stage, step.Input, StageWriter.Bias(LayerOf(step.Stage)), step.Output,
            padded: step.CopiedInput is { } copy ? StageWriter.Place(copy) : null,
            writer);
        if (step.Stage.KeepsExtra)
            call.With("keeps", StageWriter.Operand(step.Stage.Keeps)).With("kept", StageWriter.Place(step.Kept!));
        if (step.Places is { } places)
            call.With("places", StageWriter.Place(places));
        call.Write(writer.Code);
    }

    public override void Backward(TrainingStep step, StageWriter writer)
    {
        T layer = LayerOf(step.Stage);
        string inputGradient = StageWriter.Place(step.InputGradient), turned = StageWriter.Fixed(step.Transposed!, StageWriter.Length(layer.Weights));
        Start("Backward", step.Stage, writer)
            .With("input", StageWriter.Place(step.CopiedInput ?? step.Input))
            .With("weights", StageWriter.Parameters(layer.Weights))
            .With("outputGradient", StageWriter.Place(step.OutputGradient))
            .With("places", step.Places is null ? null : StageWriter.Place(step.Places))
            .With("weightGradient", StageWriter.Gradients(layer.Weights))
            .With("biasGradient", layer.Bias is { } bias ? StageWriter.Gradients(bias) : "default")
            .With("inputGradient", step.IsOnDemand && step.InputGradient.Place != Place.InputGradient ? OnDemand(inputGradient) : inputGradient)
            .With(TurnedWeights, step.IsOnDemand ? OnDemand(turned) : turned)
            .With(step.Stage.Pool is null ? "padded" : "scratch", Scratch(ProgramConstants.TrainingScratch, step.Stage.TrainingScratch))
            .With("keeps", step.Kept is null ? null : StageWriter.Operand(step.Stage.Keeps))
            .With("kept", step.Kept is null ? null : StageWriter.Place(step.Kept))
            .With("parameters", ActivationArguments.Parameters(step.Stage.Activation, writer.Vocabulary))
            .With("parameterGradient", ActivationArguments.ParameterGradient(step))
            .With("rowSums", ActivationArguments.RowSums(step))
            .Write(writer.Code);
        ActivationArguments.WriteMixedGradients(step, writer);
    }

    public override string ForwardFormula(Stage stage)
    {
        T layer = LayerOf(stage);
        string affine = Weighted(layer) + (layer.Bias is null ? "" : $" + b{layer.Number}");
        string value = stage.Activation is null ? $"y = {affine}" : $"z = {affine};  y = {ActivationText.Applied(stage.Activation, "z")}";
        return stage.Pool is { } pool ? $"{value};  p = {PoolEmitter.Value(pool, "y ")}" : value;
    }

    public override string BackwardFormula(Stage stage)
    {
        T layer = LayerOf(stage);
        string gradient = stage.Pool is null ? "∂L/∂y" : "∂L/∂p · [y is the first of the largest]";
        string dz = stage.Activation is null ? $"dz = {gradient}" : $"dz = {gradient} · {ActivationText.Derivative(stage.Activation, "z")}";
        return $"{dz};  dW{layer.Number} = {WeightGradient}" + (layer.Bias is null ? "" : $",  db{layer.Number} = Σ dz") + $",  dx = {InputGradient(layer)}";
    }

    /// <summary>The runtime's operator.</summary>
    protected abstract string Operator { get; }

    /// <summary>What the operator calls its scratch for the weights as the input gradient reads them.</summary>
    protected abstract string TurnedWeights { get; }

    /// <summary>dW in a comment.</summary>
    protected abstract string WeightGradient { get; }

    /// <summary>The declared sizes, for the name.</summary>
    protected abstract string Size(T layer);

    /// <summary>z without the bias in a comment.</summary>
    protected abstract string Weighted(T layer);

    /// <summary>dx in a comment.</summary>
    protected abstract string InputGradient(T layer);

    /// <summary>The rows of a call, with what else the operator asks about sizes.</summary>
    protected abstract Call WithSizes(Call call, T layer);

    /// <summary>The call at inference with its sizes.</summary>
    protected abstract Call StartInference(Stage stage, StageWriter writer);

    /// <summary>A call of the operator with its sizes.</summary>
    protected virtual Call Start(string method, Stage stage, StageWriter writer) =>
        WithSizes(new Call($"{writer.Vocabulary.Kernels(Operator)}.{method}<{ActivationArguments.Formula(stage.Activation)}>"), LayerOf(stage));

    protected static T LayerOf(Stage stage) => (T)stage.Layer;

    private static Call Product(Call call, Stage stage, Slot input, string bias, Slot output, string? padded, StageWriter writer) => call
        .With("input", StageWriter.Place(input))
        .With("weights", StageWriter.Parameters(LayerOf(stage).Weights))
        .With("bias", bias)
        .With("output", StageWriter.Place(output))
        .With("padded", padded)
        .With("parameters", ActivationArguments.Parameters(stage.Activation, writer.Vocabulary));

    /// <summary>The beginning of the scratch that all layers share; null for none.</summary>
    private static string? Scratch(string constant, int size) => size == 0 ? null : $"pass.WorkerBuffer({constant}).Slice(0, {Vocabulary.Number(size)})";

    /// <summary>Nothing unless somebody asks for the network's input gradient.</summary>
    private static string OnDemand(string place) => $"pass.InputGradient.IsEmpty ? default : {place}";
}
