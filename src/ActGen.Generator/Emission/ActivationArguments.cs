using ActGen.Frontend.Model;
using ActGen.Generator.Planning;

namespace ActGen.Generator.Emission;

/// <summary>The activation's part of a call: parameters, what is kept, gradients of learned parameters.</summary>
internal static class ActivationArguments
{
    /// <summary>Identity where a layer has no activation.</summary>
    public static string Formula(PlannedActivation? activation) => activation is null ? "global::ActGen.Formulas.Identity"
        : activation.IsFast ? $"global::ActGen.Fast<{activation.Formula.TypeName}>"
        : activation.Formula.TypeName;

    /// <summary>The formula's parameters: a constant list, the learned values where they lie, or a list of both.</summary>
    public static string? Parameters(PlannedActivation? activation, Vocabulary vocabulary)
    {
        if (activation is null || activation.Parameters.Count == 0)
            return null;
        if (activation.Parameters.Items.All(parameter => parameter.Learned is not null))
            return $"pass.Parameters({ProgramConstants.Of(activation.Parameters[0].Learned!)}, {Vocabulary.Number(activation.Parameters.Count)})";
        return activation.Parameters.Items.All(parameter => parameter.Learned is null)
            ? ProgramConstants.FormulaParameters(activation)
            : $"[{string.Join(", ", activation.Parameters.Select(parameter => parameter.Learned is { } learned ? $"pass.Parameter({ProgramConstants.Of(learned)})" : vocabulary.Constant(parameter.Value)))}]";
    }

    /// <summary>Where the gradients of the formula's parameters go; null where none is learned.</summary>
    public static string? ParameterGradient(TrainingStep step)
    {
        if (!step.Stage.HasLearnedActivation)
            return null;
        PlannedActivation activation = step.Stage.Activation!;
        return step.MixedGradient is { } mixed
            ? StageWriter.Fixed(mixed)
            : $"pass.Gradients({ProgramConstants.Of(activation.Parameters[0].Learned!)}, {Vocabulary.Number(activation.Parameters.Count)})";
    }

    /// <summary>Scratch for the rows' shares of these gradients; null where none is learned.</summary>
    public static string? RowSums(TrainingStep step) => step.RowSums is { } sums ? StageWriter.Place(sums) : null;

    /// <summary>Copies the gradients of the learned ones among mixed parameters to where the optimizer reads them; the first worker has made them.</summary>
    public static void WriteMixedGradients(TrainingStep step, StageWriter writer)
    {
        if (step.MixedGradient is not { } mixed)
            return;
        PlannedActivation activation = step.Stage.Activation!;
        using (writer.Code.Block("if (pass.Work.Worker == 0)"))
        {
            for (int i = 0; i < activation.Parameters.Count; i++)
            {
                if (activation.Parameters[i].Learned is { } learned)
                    writer.Code.Line($"{StageWriter.Gradients(learned)}[0] = {StageWriter.Fixed(mixed)}[{Vocabulary.Number(i)}];");
            }
        }
    }

    /// <summary>Of an activation with learned values for each channel: which of the formula's parameters they are, one bit each.</summary>
    public static string LearnedMask(PlannedActivation activation) =>
        "0b" + string.Concat(activation.Parameters.Reverse().Select(parameter => parameter.Learned is null ? '0' : '1'));

    /// <summary>The learned tensors of an activation, which lie one behind the other: where they begin and how long they are together.</summary>
    public static string LearnedTensors(PlannedActivation activation)
    {
        ParameterTensor[] tensors = [.. activation.Parameters.Select(parameter => parameter.Learned).OfType<ParameterTensor>()];
        string length = Vocabulary.Number(tensors[0].Length);
        return $"{ProgramConstants.Of(tensors[0])}, {(tensors.Length > 1 ? $"{Vocabulary.Number(tensors.Length)} * {length}" : length)}";
    }
}
