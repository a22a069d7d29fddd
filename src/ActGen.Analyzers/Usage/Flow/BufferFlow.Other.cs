using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <content>Operations that are not followed, and code that runs unseen.</content>
internal sealed partial class BufferFlow
{
    private Value VisitOther(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
            Escape(Visit(child));
        if (operation is IAwaitOperation or { Kind: OperationKind.YieldReturn })
            State = State.AfterWaiting();
        else if (!IsHarmless(operation))
            State = State.AfterUnknownCode();
        return Value.Unknown;
    }

    private static bool IsHarmless(IOperation operation) => operation switch
    {
        IObjectCreationOperation creation => creation.Constructor is { } constructor && !RunsUserCode(constructor),
        IInstanceReferenceOperation or IDefaultValueOperation or ITypeOfOperation or ISizeOfOperation or INameOfOperation or IIsTypeOperation => true,
        IArgumentOperation or IRangeOperation or IArrayInitializerOperation or IAnonymousObjectCreationOperation or IDelegateCreationOperation or IMethodReferenceOperation => true,
        { Kind: OperationKind.CaughtException } or ISpreadOperation or IUtf8StringOperation or IDiscardOperation or IDeclarationExpressionOperation => true,
        IArrayCreationOperation or ITypeParameterObjectCreationOperation { Initializer: null } or IEmptyOperation or ITupleBinaryOperation => true,
        _ => false,
    };

    /// <summary>Whether code may run that is not the framework's or the library's: it can reach whatever others can.</summary>
    private static bool RunsUserCode(IMethodSymbol method) =>
        method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction
        || !method.DeclaringSyntaxReferences.IsEmpty || !IsOfFramework(method.ContainingAssembly)
        || method.IsVirtual || method.IsAbstract || method.IsOverride
        || method.Parameters.Any(parameter => parameter.Type.TypeKind is TypeKind.Delegate or TypeKind.Interface);

    private static bool IsOfFramework(IAssemblySymbol? assembly) =>
        assembly?.Name is "ActGen" or "mscorlib" or "netstandard" || assembly?.Name.StartsWith("System.", StringComparison.Ordinal) == true;

    /// <summary>A property that stores and gives a value, and does nothing else.</summary>
    private static bool IsAutomatic(IPropertySymbol property) => property is { IsVirtual: false, IsAbstract: false, IsOverride: false }
        && property.ContainingType.GetMembers().Any(member => member is IFieldSymbol field && SymbolEqualityComparer.Default.Equals(field.AssociatedSymbol, property));

    private void RunAccessor(IPropertySymbol property, IMethodSymbol? accessor)
    {
        if (accessor is not null && RunsUserCode(accessor) && !IsAutomatic(property))
            State = State.AfterUnknownCode();
    }
}
