using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Model;

/// <summary>What the declared class is and contains, as far as the generated half depends on it.</summary>
internal sealed record TargetFacts
{
    /// <summary>Name of the outermost type, the class included, that lacks <c>partial</c>; null when none does.</summary>
    public string? NotPartial { get; init; }

    /// <summary>Why a network cannot be generated into such a type, as a noun phrase (<c>a static class</c>); null when it can.</summary>
    public string? Unsupported { get; init; }

    /// <summary>Whether layer attributes stand on more than one partial declaration.</summary>
    public bool IsSpread { get; init; }

    /// <summary>Stands in <see cref="TakenNames"/> for the constructor.</summary>
    public const string Constructor = ".ctor";

    /// <summary>Stands in <see cref="TakenNames"/> for the overload of Classify that takes one row alone: only some networks have it.</summary>
    public const string RowClassify = "Classify(row)";

    /// <summary>Names of generated members that the user's part, or a base class, already uses.</summary>
    public EquatableArray<string> TakenNames { get; init; }

    /// <summary>The project's language version where it is too low for the generated code; null otherwise.</summary>
    public string? LanguageVersionTooLow { get; init; }

    /// <summary>Whether the language version has static members of interfaces, so that the class can be a network for its uses at least.</summary>
    public bool AcceptsInterface { get; init; } = true;

    /// <summary>What about the user's constructors would leave the parameters uninitialised; null when nothing.</summary>
    public string? ConstructorFault { get; init; }

    /// <summary>Whether a constructor of its own can be added to the class at all.</summary>
    public bool AcceptsConstructor { get; init; } = true;

    /// <summary>Whether the user's part has a documentation summary.</summary>
    public bool HasSummary { get; init; }
}
