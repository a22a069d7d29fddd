using ActGen.Frontend.Facts;
using ActGen.Frontend.Losses;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;

namespace ActGen.Analyzers.Usage.Model;

/// <summary>The library's functions, and the framework's logarithms and exponentials, by symbol.</summary>
internal sealed class LibraryCalls
{
    private readonly INamedTypeSymbol _activations, _losses, _functions, _extensions, _trainer, _dataset;
    private readonly FormulaMakes _formulas;

    private LibraryCalls(INamedTypeSymbol[] types, FormulaMakes formulas)
    {
        (_activations, _losses, _functions) = (types[0], types[1], types[2]);
        (_extensions, _trainer, _dataset) = (types[3], types[4], types[5]);
        _formulas = formulas;
    }

    /// <summary>Those of a compilation; null where it does not reference the library.</summary>
    public static LibraryCalls? Of(Compilation compilation, FormulaMakes formulas)
    {
        string[] names = ["ActGen.Activations", "ActGen.Losses", "ActGen.Functions", "ActGen.NetworkExtensions", "ActGen.Trainer`1", "ActGen.Dataset"];
        INamedTypeSymbol[] types = [.. names.Select(compilation.GetTypeByMetadataName).OfType<INamedTypeSymbol>()];
        return types.Length == names.Length ? new LibraryCalls(types, formulas) : null;
    }

    /// <summary>Whether <see cref="Flow.BufferFlow"/> knows what the method does to its arguments.</summary>
    public bool IsKnown(IMethodSymbol method) =>
        LossOf(method) is not null || Transfer(method) is not null || NumberMade(method) is not null || IsSplit(method) || IsFromArrays(method)
        || IsStep(method) || IsExtension(method, "Fit") || IsExtension(method, "Evaluate") || IsExtension(method, "CreateTrainer")
        || NetworkContracts.IsNetworkCall(method);

    /// <summary>The network's loss of the same name as a function of the class <c>Losses</c>.</summary>
    public LossType? LossOf(IMethodSymbol method) => IsIn(_losses, method) ? LossTypes.Find(method.Name + "Loss") : null;

    /// <summary>What a function makes of the span <c>source</c> in the span <c>destination</c>.</summary>
    public SpanFunction? Transfer(IMethodSymbol method)
    {
        if (method.Parameters.Length < 2 || method.Parameters[0].Name != "source" || !method.Parameters.Any(parameter => parameter.Name == "destination"))
            return null;
        if (IsIn(_activations, method))
        {
            return RowOperators.Named(method.Name) is { } row ? new(row.Makes)
                : method is { Name: "Apply", TypeArguments.Length: 1 } && method.TypeArguments[0] is INamedTypeSymbol formula ? new(_formulas.Of(formula))
                : new(_formulas.OfLibrary(method.Name));
        }
        return !IsIn(_functions, method) ? null : method.Name switch
        {
            "ApplySigmoid" or "ApplyNormalCdf" => new(ValueKind.UnitInterval),
            "ApplyExp" => new(ValueKind.Unknown) { IsExponential = true },
            "ApplyLog" => new(ValueKind.Unknown) { IsLogarithm = true },
            _ => new(ValueKind.Unknown),
        };
    }

    /// <summary>What a function of one number makes; null for other methods.</summary>
    public ValueKind? NumberMade(IMethodSymbol method) => IsIn(_functions, method) && method is { Name: "Sigmoid" or "NormalCdf" } ? ValueKind.UnitInterval : null;

    /// <summary>eˣ of a number.</summary>
    public bool IsExponential(IMethodSymbol method, out bool isWide)
    {
        isWide = IsOfDouble(method);
        return method is { Name: "Exp", Parameters.Length: 1 } && IsMathematical(method);
    }

    /// <summary>The natural logarithm of a number x, or of 1 + x.</summary>
    public bool IsLogarithm(IMethodSymbol method) => method is { Name: "Log" or "Log1p" or "LogP1", Parameters.Length: 1 } && IsMathematical(method);

    public bool IsSplit(IMethodSymbol method) => method.Name == "Split" && IsIn(_dataset, method);

    public bool IsFromArrays(IMethodSymbol method) => method.Name == "FromArrays" && IsIn(_dataset, method);

    /// <summary>A training step.</summary>
    public bool IsStep(IMethodSymbol method) => method.Name == "Step" && IsIn(_trainer, method);

    public bool IsTrainer(INamedTypeSymbol type) => SymbolEqualityComparer.Default.Equals(type.OriginalDefinition, _trainer);

    /// <summary>A method of every network, such as <c>Fit</c>.</summary>
    public bool IsExtension(IMethodSymbol method, string name) =>
        method.Name == name && (IsIn(_extensions, method) || SymbolEqualityComparer.Default.Equals(method.ContainingType?.ContainingType, _extensions));

    private bool IsMathematical(IMethodSymbol method) => IsIn(_functions, method) || method.ContainingType is
    {
        Name: "MathF" or "Math" or "Single" or "Double",
        ContainingType: null,
        ContainingNamespace: { Name: "System", ContainingNamespace.IsGlobalNamespace: true },
    };

    private static bool IsOfDouble(IMethodSymbol method) => method.ReturnType.SpecialType == SpecialType.System_Double;

    private static bool IsIn(INamedTypeSymbol type, IMethodSymbol method) => SymbolEqualityComparer.Default.Equals(method.ContainingType?.OriginalDefinition, type);
}
