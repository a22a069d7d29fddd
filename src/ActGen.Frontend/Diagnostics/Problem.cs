using System.Globalization;
using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Diagnostics;

/// <summary>A reason why a declaration cannot be compiled.</summary>
/// <param name="Id">Rule, <c>ACT0006</c>.</param>
/// <param name="Site">The place, named so that it survives edits elsewhere; analyzers map it to syntax.</param>
/// <param name="Arguments">Arguments of the rule's message.</param>
internal sealed record Problem(string Id, ProblemSite Site, EquatableArray<string> Arguments)
{
    /// <summary>Whether a diagnostic says it where it arises (at the formula that the network names): then the network only throws it.</summary>
    public bool IsToldElsewhere { get; init; }

    /// <summary>The message, as the diagnostic shows it.</summary>
    public string Message => string.Format(
        CultureInfo.InvariantCulture,
        DeclarationDescriptors.Of(Id).MessageFormat.ToString(CultureInfo.InvariantCulture),
        [.. Arguments]);
}

/// <summary>Where a problem is: the class, one of its members, a layer's attribute, or one argument of it.</summary>
/// <param name="Layer">Index into <c>NetworkDeclaration.Layers</c>; −1 for the class itself (with an argument: of the attribute that says what it is).</param>
/// <param name="Argument">Name of the argument; null for the whole.</param>
/// <param name="Member">Name of a member of the class, <c>.ctor</c> for its constructors; null for everything else.</param>
internal sealed record ProblemSite(int Layer, string? Argument = null, string? Member = null)
{
    /// <summary>The class: its name.</summary>
    public static ProblemSite Class { get; } = new(-1);

    /// <summary>Whether the member is the one that stands where a generated one goes; other overloads are not.</summary>
    public bool IsTaken { get; init; }

    /// <summary>A member of the user's part that has the place of a generated one.</summary>
    public static ProblemSite OfTaken(string name) => new(-1, Member: name) { IsTaken = true };

    /// <summary>A member that the user's part declares.</summary>
    public static ProblemSite OfMember(string name) => new(-1, Member: name);

    /// <summary>The attribute that says what the class is: <c>[Network]</c>, <c>[Variant]</c> or <c>[Block]</c>.</summary>
    public static ProblemSite Head { get; } = new(-1, "");

    /// <summary>An argument of the class's <c>[Network]</c> attribute.</summary>
    public static ProblemSite NetworkArgument(string name) => new(-1, name);
}
