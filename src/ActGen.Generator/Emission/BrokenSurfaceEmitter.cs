using ActGen.Frontend.Analysis;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;
using ActGen.Frontend.Symbols;
using ActGen.Generator.Text;

namespace ActGen.Generator.Emission;

/// <summary>The surface of a network whose declaration has an error: uses keep compiling and IntelliSense stays, the error itself
/// is the analyzers'. Each member throws the first problem's text.</summary>
internal static class BrokenSurfaceEmitter
{
    public static string Emit(NetworkAnalysis analysis)
    {
        TargetFacts target = analysis.Declaration.Target;
        // Into these nothing can be written that would not be another error.
        if (target.Unsupported is not null)
            return "";
        TypeIdentity type = analysis.Declaration.Type;
        string error = $"throw new global::ActGen.NetworkDeclarationException({Vocabulary.Literal(analysis.Problems[0].Message)})";
        var surface = new Surface(type, Size(analysis.Input), Size(analysis.Output), ParameterCount(analysis), Decisions.Of(analysis.Declaration.Layers.Items.FirstOrDefault(layer => layer.Decides)?.Loss, analysis.Output), [])
        {
            Summary = target.HasSummary ? null : $"A network whose declaration has an error: {analysis.Problems[0].Message}",
            IsNetwork = target.AcceptsInterface,
            Taken = target.AcceptsConstructor ? target.TakenNames : [.. target.TakenNames, TargetFacts.Constructor],
        };
        var code = new CodeWriter();
        FileHeader.Write(code, type);
        using (code.Containers(type))
        using (surface.Open(code))
        {
            surface.WriteConstants(code);
            surface.WriteConstructor(code, error);
            surface.WriteMembers(code, SurfaceBodies.All(error));
            if (target.AcceptsInterface)
                WriteExplicit(code, surface, error);
        }
        return code.ToString();
    }

    private static void WriteExplicit(CodeWriter code, Surface surface, string error)
    {
        surface.WriteExplicit(code, error, error, error);
        // Explicit as well: the name of the implicit one may be taken.
        code.Line($"void global::ActGen.INetwork<{surface.Type.FullName}>.Forward(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> outputs) => {error};");
        code.Line($"void global::ActGen.INetwork<{surface.Type.FullName}>.Predict(global::System.ReadOnlySpan<float> inputs, global::System.Span<float> predictions) => {error};");
    }

    private static long Size(Shape shape) => shape.IsKnown && shape.Size <= int.MaxValue ? shape.Size : 0;

    private static long ParameterCount(NetworkAnalysis analysis)
    {
        long count = 0;
        foreach (LayerAnalysis layer in analysis.Layers)
        {
            if (layer.ParameterCount is not { } parameters || (count += parameters) > int.MaxValue)
                return 0;
        }
        return count;
    }
}
