using ActGen.Frontend.Diagnostics;
using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Analysis;

/// <summary>Whether the generated half can be written next to the user's.</summary>
internal static class TargetChecks
{
    /// <param name="declaration">The network.</param>
    /// <param name="output">Shape of one output row, on which it depends what is generated.</param>
    /// <param name="problems">Where problems go.</param>
    public static void Check(NetworkDeclaration declaration, Shape output, ProblemCollection problems)
    {
        TargetFacts target = declaration.Target;
        string name = declaration.Type.Name;
        if (target.Unsupported is { } unsupported)
        {
            // Nothing is generated into it, so nothing else can be in the way.
            problems.Add(DeclarationDescriptors.UnsupportedTarget, ProblemSite.Class, unsupported);
            return;
        }
        if (target.NotPartial is { } notPartial)
            problems.Add(DeclarationDescriptors.NotPartial, ProblemSite.Class, notPartial);
        if (target.IsSpread)
            problems.Add(DeclarationDescriptors.SpreadDeclaration, ProblemSite.Class, name);
        var decisions = Decisions.Of(declaration.Layers.Items.FirstOrDefault(layer => layer.Decides)?.Loss, output);
        foreach (string taken in target.TakenNames)
        {
            (string member, bool isGenerated) = taken switch
            {
                "Classify" => (taken, decisions.Any),
                TargetFacts.RowClassify => ("Classify", decisions.OnePerRow),
                _ => (taken, true),
            };
            if (isGenerated)
                problems.Add(DeclarationDescriptors.TakenName, ProblemSite.OfTaken(member), name, taken == TargetFacts.Constructor ? $"{name}(long seed)" : member);
        }
        if (target.LanguageVersionTooLow is { } version)
            problems.Add(DeclarationDescriptors.LanguageVersion, ProblemSite.Class, "12", version);
        if (target.ConstructorFault is { } fault)
            problems.Add(DeclarationDescriptors.UninitialisedParameters, ProblemSite.OfMember(TargetFacts.Constructor), fault);
    }
}
