using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Frontend.Calculus;

/// <summary>The body of a formula, operation by operation: statements here, values, conditions and calls beside. What does not fit is a
/// problem on its own token that says what is allowed.</summary>
internal sealed partial class FormulaBodyReader(IMethodSymbol method, Compilation compilation, ProblemList problems, InliningPath path, CancellationToken cancellation)
{
    /// <summary>Operations inside one another, inlined formulas included: the reader descends into each, and stacks are finite.</summary>
    private const int MaximumDepth = 256;

    private readonly Dictionary<ILocalSymbol, Expression> _locals = new(SymbolEqualityComparer.Default);
    private readonly List<NamedPart> _named = [];
    private int _depth = path.Depth;

    /// <summary>Null where a problem was found.</summary>
    public FormulaBody? Read(IBlockOperation block)
    {
        Expression? value = Statements(block.Operations, 0, () => NoValue(block.Syntax));
        return value is null || problems.Any ? null : new FormulaBody(value, _named.ToEquatableArray());
    }

    /// <summary>What the statements from <paramref name="first"/> on return; <paramref name="rest"/> where they run to their end.</summary>
    private Expression? Statements(ImmutableArray<IOperation> statements, int first, Func<Expression?> rest)
    {
        for (int i = first; i < statements.Length; i++)
        {
            cancellation.ThrowIfCancellationRequested();
            int next = i + 1;
            switch (statements[i])
            {
                case IVariableDeclarationGroupOperation group:
                    foreach (IVariableDeclaratorOperation declarator in group.Declarations.SelectMany(d => d.Declarators))
                        Declare(declarator);
                    break;
                case IEmptyOperation:
                    break;
                case IReturnOperation { ReturnedValue: { } returned }:
                    return Value(returned);
                case IBlockOperation block:
                    return Statement(block, () => Statements(statements, next, rest));
                case IConditionalOperation choice:
                    return Statement(choice, () => Statements(statements, next, rest));
                default:
                    return Unsupported(statements[i]);
            }
        }
        return rest();
    }

    /// <summary>A block or a choice, and what follows it.</summary>
    private Expression? Statement(IOperation statement, Func<Expression?> rest)
    {
        if (!Descends(statement.Syntax))
            return null;
        Expression? value = statement switch
        {
            IBlockOperation block => Statements(block.Operations, 0, rest),
            IConditionalOperation choice => Choice(choice, rest),
            _ => Statements([statement], 0, rest),
        };
        return Ascend(statement.Syntax, value);
    }

    /// <summary>if (c) return a; return b; is c ? a : b. What follows is read once, for the branches that run into it.</summary>
    private Expression? Choice(IConditionalOperation choice, Func<Expression?> rest)
    {
        var following = new Lazy<Expression?>(rest, LazyThreadSafetyMode.None);
        Expression? condition = Condition(choice.Condition);
        Expression? whenTrue = Statement(choice.WhenTrue, () => following.Value);
        Expression? whenFalse = choice.WhenFalse is { } otherwise ? Statement(otherwise, () => following.Value) : following.Value;
        return condition is null || whenTrue is null || whenFalse is null ? null : Expression.Of(Operator.Select, condition, whenTrue, whenFalse);
    }

    private void Declare(IVariableDeclaratorOperation declarator)
    {
        if (declarator.GetVariableInitializer()?.Value is not { } initializer)
        {
            problems.Add((declarator.Syntax as VariableDeclaratorSyntax)?.Identifier ?? declarator.Syntax.GetFirstToken(),
                $"the local '{declarator.Symbol.Name}' must be given its value where it is declared");
            return;
        }
        if (Value(initializer) is not { } value)
            return;
        _locals[declarator.Symbol] = value;
        if (value.Arguments.Length > 0)
            _named.Add(new NamedPart(declarator.Symbol.Name, value));
    }

    /// <summary>Every way down goes through here, so that no sum is long enough to exhaust the stack.</summary>
    private bool Descends(SyntaxNode syntax)
    {
        cancellation.ThrowIfCancellationRequested();
        if (_depth >= MaximumDepth)
        {
            TooLarge(syntax, $"more than {MaximumDepth} operations lie inside one another; locals make it shorter");
            return false;
        }
        _depth++;
        return true;
    }

    /// <summary>Every expression comes up through here, so that none grows beyond what the compiled formula may carry.</summary>
    private Expression? Ascend(SyntaxNode syntax, Expression? expression)
    {
        _depth--;
        return expression is null ? null : Bounded(syntax, expression);
    }
}
