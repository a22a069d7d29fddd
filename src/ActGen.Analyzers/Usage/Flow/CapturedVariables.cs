using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Variables that something else may assign at any time: lambdas and local functions, references and pointers, other methods of
/// a class with a primary constructor. And what the compiler's temporaries stand for.</summary>
internal sealed class CapturedVariables
{
    private readonly HashSet<ISymbol> _shared = new(SymbolEqualityComparer.Default);
    private readonly HashSet<IParameterSymbol> _parameters = new(SymbolEqualityComparer.Default);
    private readonly ILookup<CaptureId, IOperation> _targets;

    public CapturedVariables(IOperation body, ControlFlowGraph graph)
    {
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            switch (operation)
            {
                case IAnonymousFunctionOperation lambda:
                    Add(lambda, lambda.Symbol);
                    break;
                case ILocalFunctionOperation function:
                    Add(function, function.Symbol);
                    break;
                case IVariableDeclaratorOperation { Symbol: { } symbol } declarator when symbol.IsRef || symbol.Type.TypeKind == TypeKind.Pointer:
                    Add(declarator);
                    break;
                case IForEachLoopOperation { LoopControlVariable: IVariableDeclaratorOperation { Symbol.IsRef: true } } loop:
                    Add(loop.Collection);
                    break;
                case ISimpleAssignmentOperation { IsRef: true } assignment:
                    Add(assignment.Value);
                    break;
                case IAddressOfOperation address:
                    Add(address);
                    break;
                case IParameterReferenceOperation { Parameter: { } parameter } when parameter.Type.IsReference():
                    if (IsOfPrimaryConstructor(parameter))
                        _shared.Add(parameter);
                    else
                        _parameters.Add(parameter);
                    break;
            }
        }
        // A number that its declaration alone assigns is the same wherever it is read.
        _shared.ExceptWith(Numbers(body));
        _targets = graph.Blocks
            .SelectMany(block => block.Operations)
            .OfType<IFlowCaptureOperation>()
            .ToLookup(capture => capture.Id, capture => capture.Value);
    }

    /// <summary>Parameters that are buffers or data sets, of the method and of its lambdas.</summary>
    public IEnumerable<IParameterSymbol> Parameters => _parameters;

    public bool Contains(object name) => name is ISymbol symbol && _shared.Contains(symbol);

    /// <summary>What was captured under a temporary's id: one target, or one per branch.</summary>
    public IEnumerable<IOperation> TargetsOf(CaptureId id) => _targets[id];

    private static IEnumerable<ISymbol> Numbers(IOperation body)
    {
        var assigned = new HashSet<ISymbol>(SymbolEqualityComparer.Default);
        var declared = new List<ILocalSymbol>();
        foreach (IOperation operation in body.DescendantsAndSelf())
        {
            IOperation? target = operation switch
            {
                IAssignmentOperation assignment => assignment.Target,
                IIncrementOrDecrementOperation step => step.Target,
                IArgumentOperation { Parameter.RefKind: not RefKind.None } argument => argument.Value,
                IAddressOfOperation address => address.Reference,
                IVariableInitializerOperation { Parent: IVariableDeclaratorOperation { Symbol.IsRef: true } } reference => reference.Value,
                _ => null,
            };
            foreach (IOperation part in target?.DescendantsAndSelf() ?? [])
            {
                if (part is ILocalReferenceOperation { IsDeclaration: false } local)
                    assigned.Add(local.Local);
            }
            if (operation is IVariableDeclaratorOperation { Symbol: { IsRef: false } symbol } declarator && symbol.Type.IsReal() && declarator.GetVariableInitializer() is not null)
                declared.Add(symbol);
        }
        return declared.Where(local => !assigned.Contains(local));
    }

    /// <summary>All variables of an operation; of a function those that are not its own.</summary>
    private void Add(IOperation operation, IMethodSymbol? function = null)
    {
        foreach (IOperation inner in operation.DescendantsAndSelf())
        {
            ISymbol? symbol = inner switch
            {
                ILocalReferenceOperation local => local.Local,
                IParameterReferenceOperation parameter => parameter.Parameter,
                _ => null,
            };
            if (symbol is not null && (function is null || !SymbolEqualityComparer.Default.Equals(symbol.ContainingSymbol, function)))
                _shared.Add(symbol);
        }
    }

    private static bool IsOfPrimaryConstructor(IParameterSymbol parameter) =>
        parameter.ContainingSymbol is IMethodSymbol { MethodKind: MethodKind.Constructor, DeclaringSyntaxReferences: { Length: 1 } declarations } && declarations[0].GetSyntax() is TypeDeclarationSyntax;
}
