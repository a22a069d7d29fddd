using ActGen.Frontend.Diagnostics;

namespace ActGen.Frontend.Model;

/// <summary>Whether the generated half can be written next to the user's.</summary>
internal static class TargetChecks
{
    public static void Check(NetworkDeclaration declaration, ProblemCollection problems)
    {
        TargetFacts target = declaration.Target;
        string name = declaration.Type.Name;
        if (target.NotPartial is { } notPartial)
            problems.Add(DeclarationDescriptors.NotPartial, ProblemSite.Class, notPartial);
        if (target.Unsupported is { } unsupported)
            problems.Add(DeclarationDescriptors.UnsupportedTarget, ProblemSite.Class, unsupported);
        if (target.IsSpread)
            problems.Add(DeclarationDescriptors.SpreadDeclaration, ProblemSite.Class, name);
        foreach (string taken in target.TakenNames)
        {
            if (taken != "Classify" || declaration.Layers.Items.Any(layer => layer.Decides))
                problems.Add(DeclarationDescriptors.TakenName, ProblemSite.OfTaken(taken), name, taken == TargetFacts.Constructor ? $"{name}(long seed)" : taken);
        }
        if (target.LanguageVersionTooLow is { } version)
            problems.Add(DeclarationDescriptors.LanguageVersion, ProblemSite.Class, "12", version);
        if (target.ConstructorFault is { } fault)
            problems.Add(DeclarationDescriptors.UninitialisedParameters, ProblemSite.OfMember(TargetFacts.Constructor), fault);
    }
}
