using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace ActGen.Frontend.Diagnostics;

/// <summary>The family ACT0xxx: reasons why a declaration cannot be compiled. The front end finds them, the analyzers report
/// them; errors cannot be switched off, because the generated members throw while one stands.</summary>
internal static class DeclarationDescriptors
{
    private const string Category = "ActGen.Declaration";

    /// <summary>The class, or a type around it, is not partial.</summary>
    public static readonly DiagnosticDescriptor NotPartial = Error("ACT0001", "Network class is not partial",
        "'{0}' must be declared partial: the network's code is written into the same type");

    /// <summary>The attribute stands on something that cannot hold a network.</summary>
    public static readonly DiagnosticDescriptor UnsupportedTarget = Error("ACT0002", "Unsupported target of [Network]",
        "A network cannot be generated into {0}: use an ordinary class that is neither static, abstract, generic nor file-local");

    /// <summary>No layer, too many, or no usable input shape.</summary>
    public static readonly DiagnosticDescriptor MissingLayersOrInput = Error("ACT0003", "Network without layers or input shape", "{0}");

    /// <summary>Layer attributes on several partial declarations.</summary>
    public static readonly DiagnosticDescriptor SpreadDeclaration = Error("ACT0004", "Layers spread over several declarations",
        "The layers of '{0}' stand on several partial declarations, which have no order: move them to one");

    /// <summary>A layer cannot work on the shape that reaches it.</summary>
    public static readonly DiagnosticDescriptor LayerDoesNotFit = Error("ACT0005", "Layer does not fit its input", "[{0}] {1}");

    /// <summary>An argument that the operation is not defined for.</summary>
    public static readonly DiagnosticDescriptor ArgumentOutOfRange = Error("ACT0006", "Argument out of range", "[{0}]: '{1}' is {2}; {3}");

    /// <summary>The loss is not the last step, or there are several.</summary>
    public static readonly DiagnosticDescriptor MisplacedLoss = Error("ACT0007", "Loss is not the one last step", "{0}");

    /// <summary>The loss is meaningless on this output.</summary>
    public static readonly DiagnosticDescriptor LossDoesNotFit = Error("ACT0008", "Loss does not fit the output", "[{0}] {1}");

    /// <summary>A block, a residual or a variant that is none.</summary>
    public static readonly DiagnosticDescriptor Composition = Error("ACT0009", "Block, residual or variant that does not fit", "{0}");

    /// <summary>The formula of an activation cannot be read.</summary>
    public static readonly DiagnosticDescriptor UnsupportedFormula = Error("ACT0010", "Formula cannot be compiled", "{0}");

    /// <summary>The formula or its derivative leaves the numbers.</summary>
    public static readonly DiagnosticDescriptor UnstableFormula = new("ACT0011", "Formula overflows, is not a number or loses its digits", "{0}",
        Category, DiagnosticSeverity.Warning, isEnabledByDefault: true, helpLinkUri: HelpLink("ACT0011"));

    /// <summary>A generated member's name is taken.</summary>
    public static readonly DiagnosticDescriptor TakenName = Error("ACT0012", "Name of a generated member is taken",
        "'{0}' already has '{1}', which the generated half declares: rename it");

    /// <summary>The project's language version is too low.</summary>
    public static readonly DiagnosticDescriptor LanguageVersion = Error("ACT0013", "C# version too low",
        "The generated code needs C# {0} or later, and this project compiles with {1}: raise LangVersion");

    /// <summary>A constructor would leave the parameters uninitialised.</summary>
    public static readonly DiagnosticDescriptor UninitialisedParameters = Error("ACT0014", "Constructor leaves the parameters uninitialised", "{0}");

    /// <summary>A layer attribute that is none of the known ones.</summary>
    public static readonly DiagnosticDescriptor UnknownLayer = Error("ACT0015", "Unknown layer",
        "[{0}] is no layer that this version of ActGen can compile: derive activations from ActivationAttribute<TFormula>");

    /// <summary>All of the family.</summary>
    public static ImmutableArray<DiagnosticDescriptor> All { get; } =
    [
        NotPartial, UnsupportedTarget, MissingLayersOrInput, SpreadDeclaration, LayerDoesNotFit, ArgumentOutOfRange, MisplacedLoss,
        LossDoesNotFit, Composition, UnsupportedFormula, UnstableFormula, TakenName, LanguageVersion, UninitialisedParameters, UnknownLayer,
    ];

    /// <summary>The descriptor of a rule of this family.</summary>
    public static DiagnosticDescriptor Of(string id) => All.First(descriptor => descriptor.Id == id);

    /// <summary>The page of a rule.</summary>
    public static string HelpLink(string id) => $"https://github.com/actgen/actgen/blob/main/docs/rules/{id}.md";

    // NotConfigurable stands against pragmas and severities, Compiler against [SuppressMessage].
    private static DiagnosticDescriptor Error(string id, string title, string message) => new(
        id, title, message, Category, DiagnosticSeverity.Error, isEnabledByDefault: true,
        helpLinkUri: HelpLink(id), customTags: [WellKnownDiagnosticTags.NotConfigurable, WellKnownDiagnosticTags.Compiler]);
}
