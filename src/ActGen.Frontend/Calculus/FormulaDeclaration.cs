using ActGen.Frontend.Collections;
using ActGen.Frontend.Symbols;

namespace ActGen.Frontend.Calculus;

/// <summary>A formula struct of this compilation, as read; value-equal.</summary>
/// <param name="Type">How its generated half re-opens it.</param>
/// <param name="Parameters">Parameters of <c>Formula</c> after x.</param>
/// <param name="Body">f(x) as written, or null where a problem prevents it.</param>
/// <param name="Locals">The names that the author gave to parts of the body.</param>
/// <param name="Problems">What keeps it from compiling.</param>
/// <param name="Summary">Plain text of a built-in formula's <c>&lt;summary&gt;</c>, or empty.</param>
/// <param name="ParameterSummaries">Plain text of its <c>&lt;param&gt;</c> for each parameter, or empty.</param>
/// <param name="Attribute">The attribute to generate for a built-in formula, or null.</param>
internal sealed record FormulaDeclaration(
    TypeIdentity Type,
    EquatableArray<FormulaParameter> Parameters,
    Expression? Body,
    EquatableArray<NamedPart> Locals,
    EquatableArray<FormulaProblem> Problems,
    string Summary,
    EquatableArray<string> ParameterSummaries,
    BuiltInAttribute? Attribute)
{
    /// <summary>Whether a generated half can be written beside it.</summary>
    public bool AcceptsGeneratedHalf => !Problems.Any(problem => problem.Id == FormulaProblem.LanguageVersion);

    /// <summary>The formula with what is derived from it, or null while it is malformed.</summary>
    public Formula? ToFormula() => Body is null || Problems.Count > 0
        ? null
        : new Formula(Type.FullName, Type.Name.TrimStart('@'), Parameters, Body, FormulaDerivation.Of(Body, Parameters).Keeps);
}

/// <summary>A local of the author.</summary>
/// <param name="Name">As declared.</param>
/// <param name="Part">What it stands for.</param>
internal sealed record NamedPart(string Name, Expression Part);

/// <summary>What the library's own formulas get besides their kernel.</summary>
/// <param name="Accessibility"><c>public</c> or <c>internal</c>, as the struct's.</param>
/// <param name="Option">Name of the bool property that selects another formula, or null.</param>
/// <param name="OptionFormula">That formula's type.</param>
/// <param name="OptionSummary">Its summary.</param>
/// <param name="HasAttribute">False for variants that are reached through another attribute.</param>
internal sealed record BuiltInAttribute(string Accessibility, string? Option, string? OptionFormula, string? OptionSummary, bool HasAttribute);

/// <summary>What keeps a formula from being read.</summary>
/// <param name="Id">The diagnostic, ACT0010 or ACT0013.</param>
/// <param name="Arguments">For the diagnostic's message.</param>
/// <param name="Start">Offset from the start of the struct declaration that holds <c>Formula</c>, so that edits elsewhere do not change it.</param>
/// <param name="Length">Length of the marked text.</param>
internal sealed record FormulaProblem(string Id, EquatableArray<string> Arguments, int Start, int Length)
{
    public const string Unsupported = "ACT0010";

    /// <summary>The language version is too low for any generated half.</summary>
    public const string LanguageVersion = "ACT0013";
}
