using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The loss and its gradient, and what <c>Predict</c> makes of raw outputs.</summary>
internal static class LossEmitter
{
    public static void Loss(NetworkPlan plan, StageWriter writer)
    {
        if (plan.Loss is not { } loss)
        {
            writer.Code.Line($"throw new global::System.NotSupportedException({Vocabulary.Literal($"{plan.Type.Name} declares no loss.")});");
            return;
        }
        Call call = new Call($"{writer.Vocabulary.Kernels("LossKernels")}.{Method(loss.Type)}")
            .With(Work(loss.Type, plan.Output))
            .With("outputs", "pass.Output");
        if (loss.Type.TakesLabels)
            call.With("labels", "pass.Labels");
        if (loss.Type.Form != LossForm.Labels)
            call.With("targets", "pass.Targets");
        call.With("rowLosses", "pass.RowLosses").With("gradient", "pass.OutputGradient");
        for (int i = 0; i < loss.Settings.Count; i++)
            call.With(loss.Type.Settings[i].Parameter, Value(loss.Type.Settings[i], loss.Settings[i]));
        if (loss.Type.TakesLabels)
            call.With("classWeights", loss.ClassWeights.Count > 0 ? ProgramConstants.ClassWeights : "default").With("ignoreIndex", Vocabulary.Number(loss.IgnoreIndex));
        call.Write(writer.Code);
    }

    /// <summary>In place on the outputs. Softmax of log-probabilities gives back their probabilities, and of anything else still probabilities.</summary>
    public static void Transform(NetworkPlan plan, StageWriter writer)
    {
        if (plan.Loss is not { } loss || !Transforms(loss))
        {
            writer.Code.Line("// The outputs are the predictions.");
            return;
        }
        string kernel = loss.Type.Predicts switch
        {
            LossPrediction.Softmax => "Rowwise",
            LossPrediction.Sigmoid or LossPrediction.Exponential => "Elementwise",
            _ => "LossKernels",
        };
        string method = loss.Type.Predicts switch
        {
            LossPrediction.Softmax => $"Forward<{Vocabulary.Type("Softmax")}>",
            LossPrediction.Sigmoid => "Forward<global::ActGen.Formulas.Sigmoid>",
            LossPrediction.Exponential => "Forward<global::ActGen.Formulas.Exponential>",
            _ => "Variances",
        };
        Call call = new Call($"{writer.Vocabulary.Kernels(kernel)}.{method}").With(StageWriter.Work(plan.Output));
        if (loss.Type.Predicts == LossPrediction.Variances)
            call.With("outputs", "pass.Output").With("epsilon", CodeWriter.Double(loss.Settings[0]));
        else
            call.With("input", "pass.Output").With("output", "pass.Output");
        call.Write(writer.Code);
    }

    /// <summary>Whether predictions differ from raw outputs.</summary>
    public static bool Transforms(PlannedLoss? loss) => loss is { Type.Predicts: not LossPrediction.Outputs };

    public static string TransformText(PlannedLoss? loss) => loss?.Type.Predicts switch
    {
        LossPrediction.Softmax when loss.Type.Name == "NLLLoss" => "Predictions are probabilities: softmax undoes the logarithm.",
        LossPrediction.Softmax => "Predictions are probabilities: softmax of the logits.",
        LossPrediction.Sigmoid => "Predictions are probabilities: sigmoid of the logits.",
        LossPrediction.Exponential => "Predictions are exponentials: the outputs are logarithms.",
        LossPrediction.Variances => "Predictions are means and variances.",
        _ => "Predictions are the outputs.",
    };

    private static string Method(LossType type) => type.Form switch
    {
        LossForm.CrossEntropy => "CrossEntropy",
        LossForm.Gaussian => "Gaussian",
        _ => $"{type.Form}<{Vocabulary.Type(type.Kernel)}>",
    };

    /// <summary>Element-wise losses average over rows, the others over positions.</summary>
    private static string Work(LossType type, Shape output) => type.Form == LossForm.Elements ? "pass.Work" : StageWriter.Work(output);

    private static string Value(LossSetting setting, double value) =>
        setting.Range == SettingRange.Flag ? value != 0 ? "true" : "false" : CodeWriter.Double(value);
}
