using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The generated half of the user's class.</summary>
internal static class SurfaceEmitter
{
    public static void Write(NetworkPlan plan, IReadOnlyList<Stage> stages, CodeWriter code)
    {
        string self = plan.Type.FullName;
        string networkCode = $"{Vocabulary.Type("NetworkCode")}.Of<{NetworkEmitter.ProgramOf(plan)}>()";
        IReadOnlyList<string> table = LayerTable.Of(plan, stages);
        var surface = new Surface(plan.Type, plan.Input.Size, plan.Output.Size, plan.ParameterCount, Decisions.Of(plan.Loss?.Type, plan.Output), table)
        {
            Summary = plan.HasSummary ? null : Headline.Of(plan, stages),
            Predictions = LossEmitter.TransformText(plan.Loss) + " ",
        };
        using (code.Containers(plan.Type))
        using (surface.Open(code))
        {
            surface.WriteConstants(code);
            surface.WriteField(code);
            surface.WriteConstructor(code, $"_state = {Vocabulary.Type("NetworkState")}.Create({networkCode}, seed)");
            surface.WriteStateConstructor(code);
            surface.WriteMembers(code, new(
                Parameters: "_state.Parameters",
                ParameterTable: networkCode + ".ParameterTable",
                Forward: "_state.Forward(inputs, outputs)",
                Predict: "_state.Predict(inputs, predictions)",
                PredictArray: "_state.Predict(inputs)",
                Classify: "_state.Classify(input)",
                ClassifyMany: "_state.Classify(inputs, labels)"));
            surface.WriteExplicit(code, state: "_state", networkCode, create: $"new {self}(state)");
        }
    }
}
