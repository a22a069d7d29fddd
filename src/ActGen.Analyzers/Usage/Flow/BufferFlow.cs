using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Steps through the operations of one basic block and tracks what buffers and numbers are. Everything that is not known to be
/// harmless makes the buffers it touches unknown.</summary>
internal sealed partial class BufferFlow(UsageModel model, MethodVariables variables, FlowState state, Action<Seen>? report)
{
    private const int Deepest = 300;

    private int _depth;

    public FlowState State { get; private set; } = state;

    /// <summary>Performs an operation.</summary>
    /// <returns>What is known about its value.</returns>
    public Value Visit(IOperation? operation)
    {
        // Deeper than anybody writes, and than the stack may hold.
        if (_depth == Deepest)
        {
            State = FlowState.Unknown;
            return Value.Unknown;
        }
        _depth++;
        Value value = Evaluate(operation);
        _depth--;
        if (operation?.ConstantValue is { HasValue: true, Value: { } constant })
            return value with { Constant = constant, Number = value.Number ?? (IsZero(constant) ? Content.Unwritten : null) };
        // Data sets are told apart by what makes them.
        return value == Value.Unknown && operation?.Type.IsDataset() == true ? Value.Of(new Buffer(operation.Syntax, BufferOrigin.Shared)) : value;
    }

    private Value Evaluate(IOperation? operation)
    {
        switch (operation)
        {
            case null:
                return Value.Unknown;
            case IExpressionStatementOperation statement:
                return Visit(statement.Operation);
            case IConversionOperation conversion:
                return Convert(conversion);
            case IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } tuple } part:
                return PartOf(Visit(tuple), part.Field);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IFlowCaptureReferenceOperation:
                return NameOf(operation) is { } name ? Named(operation, WithLength(name, State.ValueOf(name))) : Value.Unknown;
            case IFlowCaptureOperation capture:
                Value captured = Visit(capture.Value);
                State = State.Bind(capture.Id, captured);
                return Value.Unknown;
            case IArrayCreationOperation or ICollectionExpressionOperation when operation.Type.IsBuffer():
                return CreateArray(operation);
            case IArrayElementReferenceOperation element:
                return VisitElement(element);
            case IImplicitIndexerReferenceOperation indexer:
                Value viewed = Visit(indexer.Instance);
                Visit(indexer.Argument);
                return indexer.Type.IsView() ? Views.Range(indexer.Argument, viewed) : ElementOf(viewed, indexer);
            case IPropertyReferenceOperation property:
                return VisitProperty(property);
            case ITupleOperation tuple:
                return new Value { Parts = [.. tuple.Elements.Select(Visit)] };
            case ISimpleAssignmentOperation assignment:
                Value value = Visit(assignment.Value);
                if (assignment.IsRef)
                    EscapeElement(assignment.Value);
                Assign(assignment.Target, value);
                return value;
            case ICompoundAssignmentOperation compound:
                return VisitCompound(compound);
            case IDeconstructionAssignmentOperation deconstruction:
                return Deconstruct(deconstruction);
            case IIncrementOrDecrementOperation increment:
                Assign(increment.Target, Value.Unknown);
                return Value.Unknown;
            case IInvocationOperation invocation:
                return Invoke(invocation);
            case IObjectCreationOperation creation when creation.Type.IsView():
                List<Value> given = [.. creation.Arguments.Select(argument => Visit(argument.Value))];
                return given.Count == 0 ? Value.Unknown : given[0].View(given.Count == 1 ? given[0].Length : null, isWhole: given.Count == 1);
            case IBinaryOperation binary:
                return VisitBinary(binary, binary.OperatorKind, Visit(binary.LeftOperand), Visit(binary.RightOperand));
            case IUnaryOperation unary:
                return Visit(unary.Operand) is var operand && unary.OperatorKind == UnaryOperatorKind.Minus ? Value.Of(Arithmetic.Negated(operand)) : Value.Unknown;
            case IIsPatternOperation pattern when Patterns.MayDeclare(pattern):
                Escape(Visit(pattern.Value));
                return Value.Unknown;
            case IIsNullOperation or IIsPatternOperation or IInterpolatedStringOperation:
                VisitChildren(operation);
                return Value.Unknown;
            case IFlowAnonymousFunctionOperation or ILiteralOperation:
                return Value.Unknown;
            case { Kind: OperationKind.None, Syntax: StackAllocArrayCreationExpressionSyntax }:
                VisitChildren(operation);
                return Value.Of(Create(operation, Content.Unwritten), Views.LengthOfStack(operation));
            default:
                return VisitOther(operation);
        }
    }

    private void VisitChildren(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
            Visit(child);
    }

    /// <summary>A number that is compared or clamped somewhere may be bounded here; an argument that is not, and that nobody assigns, is plain.</summary>
    private Value Named(IOperation operation, Value value)
    {
        if (!operation.Type.IsReal() || operation is IFlowCaptureReferenceOperation)
            return value;
        if (variables.Guards.IsBounded(operation))
            return value with { Number = null };
        return operation is IParameterReferenceOperation argument && value == Value.Unknown && !variables.Guards.IsTouched(argument.Parameter)
            ? Value.Of(Content.Plain)
            : value;
    }

    /// <summary>A field that nobody assigns again holds an array of the length that it was created with.</summary>
    private Value WithLength(object name, Value value) =>
        name is IFieldSymbol field && value is { Length: null, Memory: { } memory } && memory.Key == name && model.Fields.LengthOf(field) is { } length ? value with { Length = length } : value;

    private Content? ContentOf(Buffer buffer) => State.ContentOf(buffer);

    private void Escape(Value value)
    {
        if (value.Memory is { } memory)
            State = State.Escape(memory);
        foreach (Value part in value.Parts)
            Escape(part);
    }

    /// <summary>What names the variable in the state, or null for one that lambdas share.</summary>
    private object? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => variables.Captured.Contains(local.Local) || local.Local.IsRef ? null : local.Local,
        IParameterReferenceOperation parameter => variables.Captured.Contains(parameter.Parameter) || parameter.Parameter.RefKind != RefKind.None ? null : parameter.Parameter,
        // Others may load another data set into a field, and never write into the rows of one.
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field when field.Type.IsBuffer() || (field.Type.IsDataset() && model.Fields.IsAssignedOnce(field.Field)) => field.Field,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };

    private static Value PartOf(Value tuple, IFieldSymbol field) =>
        (field.CorrespondingTupleField ?? field).Name is { Length: 5 } name && name.StartsWith("Item", StringComparison.Ordinal) && name[4] - '1' is var index && index >= 0 && index < tuple.Parts.Count
            ? tuple.Parts[index]
            : Value.Unknown;

    private static bool IsZero(object constant) => constant is 0 or 0f or 0.0;
}
