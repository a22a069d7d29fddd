using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Frontend.Attributes;

/// <summary>What a user's attribute passes on to the library's: <c>class A() : ActivationAttribute&lt;Formulas.LeakyReLU&gt;(0.2)</c>. Numbers, constants and
/// the constructor's own parameters are followed; anything else is marked as computed.</summary>
internal static class BaseCallReader
{
    /// <summary>Constructors that call one another; a circle is an error of C#.</summary>
    private const int LongestChain = 16;

    /// <summary>The arguments as the library's constructor gets them, properties as written. An attribute of another assembly does not show its
    /// calls: its constructor's parameters are taken by name.</summary>
    public static EquatableArray<LayerArgument> Read(AttributeData attribute, EquatableArray<LayerArgument> written, Compilation compilation, CancellationToken cancellation)
    {
        IMethodSymbol? constructor = attribute.AttributeConstructor;
        LayerArgument[] passed = [.. written.Where(argument => argument.IsOfConstructor)];
        for (int i = 0; i < LongestChain && constructor is not null && !LayerReader.IsOfLibrary(constructor.ContainingType); i++)
        {
            if (Call(constructor, cancellation) is not { } syntax || !compilation.ContainsSyntaxTree(syntax.SyntaxTree)
                || compilation.GetSemanticModel(syntax.SyntaxTree).GetOperation(syntax, cancellation) is not IInvocationOperation call)
            {
                break;
            }
            passed = [.. call.Arguments.Where(argument => argument.Parameter is not null).Select(argument => Pass(argument, passed))];
            constructor = call.TargetMethod;
        }
        return [.. passed, .. written.Where(argument => !argument.IsOfConstructor)];
    }

    /// <summary>The call of the next constructor; null where none is written.</summary>
    private static SyntaxNode? Call(IMethodSymbol constructor, CancellationToken cancellation) =>
        constructor.DeclaringSyntaxReferences.FirstOrDefault()?.GetSyntax(cancellation) switch
        {
            ConstructorDeclarationSyntax declared => declared.Initializer,
            TypeDeclarationSyntax primary => primary.BaseList?.Types.OfType<PrimaryConstructorBaseTypeSyntax>().FirstOrDefault(),
            _ => null,
        };

    private static LayerArgument Pass(IArgumentOperation argument, LayerArgument[] known)
    {
        string name = argument.Parameter!.Name;
        IOperation value = Unconverted(argument.Value);
        LayerArgument passed = value switch
        {
            IParameterReferenceOperation parameter when known.FirstOrDefault(one => one.Name == parameter.Parameter.Name) is { } given => given with { Name = name },
            IArrayCreationOperation { Initializer: { } list } => List(list.ElementValues),
            IArrayCreationOperation { DimensionSizes: { Length: 1 } sizes } when sizes[0].ConstantValue is { HasValue: true, Value: 0 } => List([]),
            ICollectionExpressionOperation collection => List(collection.Elements),
            { ConstantValue: { HasValue: true, Value: var constant } } => new(name, ArgumentReader.Number(constant), []),
            _ => new(name, null, []) { IsComputed = true },
        };
        return passed with { IsOfConstructor = true };

        LayerArgument List(ImmutableArray<IOperation> elements)
        {
            double?[] numbers = [.. elements.Select(element => Number(Unconverted(element), known))];
            return new(name, null, [.. numbers.Select(number => number ?? double.NaN)]) { IsList = true, IsComputed = numbers.Any(number => number is null) };
        }
    }

    private static double? Number(IOperation element, LayerArgument[] known) => element switch
    {
        { ConstantValue: { HasValue: true, Value: var constant } } => ArgumentReader.Number(constant),
        IParameterReferenceOperation parameter => known.FirstOrDefault(one => one.Name == parameter.Parameter.Name)?.Number,
        _ => null,
    };

    /// <summary>Conversions between numbers do nothing to what a constant or a parameter means here.</summary>
    private static IOperation Unconverted(IOperation value)
    {
        while (value is IConversionOperation { OperatorMethod: null, ConstantValue.HasValue: false } conversion && !conversion.GetConversion().IsUserDefined)
            value = conversion.Operand;
        return value;
    }
}
