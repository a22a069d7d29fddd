using ActGen.Frontend.Model;

namespace ActGen.Generator.Emission;

/// <summary>A class around the program alone, for gradient tests in another scalar type: it has no surface for users.</summary>
internal static class HarnessEmitter
{
    public static void Write(NetworkPlan plan, StageWriter writer)
    {
        string suffix = char.ToUpperInvariant(writer.Vocabulary.Scalar[0]) + writer.Vocabulary.Scalar.Substring(1);
        string name = DefinitionEmitter.PlainName(plan.Type) + suffix;
        if (plan.Type.Namespace.Length == 0)
        {
            WriteClass();
            return;
        }
        using (writer.Code.Block($"namespace {plan.Type.Namespace}"))
            WriteClass();

        void WriteClass()
        {
            using (writer.Code.Block($"public sealed class {name} : {writer.Vocabulary.Kernels("INetworkProgram")}"))
                ExplicitProgram.Write(NetworkEmitter.ProgramOf(plan), writer.Vocabulary, writer.Code, attribute: null);
        }
    }
}
