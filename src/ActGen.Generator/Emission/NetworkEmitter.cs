using ActGen.Frontend.Analysis;
using ActGen.Frontend.Model;
using ActGen.Generator.Planning;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The generated file of a network.</summary>
internal static class NetworkEmitter
{
    /// <summary>The text for an analysis: the network, or its surface with members that throw while the declaration has an error.</summary>
    public static string Emit(NetworkAnalysis analysis) => analysis.Plan is { } plan ? Emit(plan, "float") : BrokenSurfaceEmitter.Emit(analysis);

    /// <summary>The text of a plan for one scalar type.</summary>
    /// <param name="plan">What to compile.</param>
    /// <param name="scalar"><c>float</c> for the product; <c>double</c> gives, for gradient tests, a class <c>…Double</c> with the program alone.</param>
    public static string Emit(NetworkPlan plan, string scalar)
    {
        var code = new CodeWriter();
        var writer = new StageWriter(code, new Vocabulary(scalar));
        IReadOnlyList<Stage> stages = Stage.Of(plan);
        FileHeader.Write(code, plan.Type);
        if (scalar == "float")
        {
            SurfaceEmitter.Write(plan, stages, code);
            code.Line();
        }
        if (plan.Type.Namespace.Length == 0)
        {
            new ProgramEmitter(plan, stages, writer).Write();
        }
        else
        {
            using (code.Block($"namespace {plan.Type.Namespace}"))
                new ProgramEmitter(plan, stages, writer).Write();
        }
        return code.ToString();
    }

    /// <summary>The name by which the user's class calls its program: qualified, as a nested type of the user could have the simple name.</summary>
    public static string ProgramOf(NetworkPlan plan) =>
        $"global::{(plan.Type.Namespace.Length == 0 ? "" : plan.Type.Namespace + ".")}{ProgramEmitter.NameOf(plan.Type)}";
}
