using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Steps through the operations of one basic block and tracks what buffers hold. Everything that is not known to be
/// harmless makes the buffers it touches unknown.</summary>
internal sealed class BufferFlow(LibraryCalls library, CapturedVariables captured, FlowState state, Action<LossCall>? report)
{
    public FlowState State { get; private set; } = state;

    /// <summary>Performs an operation.</summary>
    /// <returns>The buffer that its value refers to, or null.</returns>
    public Buffer? Visit(IOperation? operation)
    {
        switch (operation)
        {
            case null:
                return null;
            case IExpressionStatementOperation statement:
                return Visit(statement.Operation);
            case IConversionOperation conversion:
                return Visit(conversion.Operand);
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation or IFlowCaptureReferenceOperation:
                return operation.Type.IsBuffer() && NameOf(operation) is { } name ? State.BufferOf(name) : null;
            case IFlowCaptureOperation capture:
                Buffer? temporary = Visit(capture.Value);
                if (capture.Value.Type.IsBuffer())
                    Bind(capture.Id, temporary);
                return null;
            case IArrayCreationOperation creation:
                VisitChildren(creation);
                return Create(creation, creation.Initializer is null ? Content.Unwritten : null);
            case IArrayElementReferenceOperation element:
                return VisitElement(element);
            case IImplicitIndexerReferenceOperation indexer:
                Buffer? viewed = Visit(indexer.Instance);
                Visit(indexer.Argument);
                return indexer.Type.IsView() ? viewed : null;
            case IPropertyReferenceOperation property:
                Buffer? instance = Visit(property.Instance);
                foreach (IArgumentOperation argument in property.Arguments)
                    Visit(argument.Value);
                return property.Type.IsView() && property.Property.ContainingType.IsView() ? instance : null;
            case ISimpleAssignmentOperation assignment:
                Buffer? value = Visit(assignment.Value);
                if (assignment.IsRef)
                    EscapeElement(assignment.Value);
                Assign(assignment.Target, value);
                return value;
            case ICompoundAssignmentOperation compound:
                Visit(compound.Value);
                Assign(compound.Target, null);
                return null;
            case IDeconstructionAssignmentOperation deconstruction:
                Visit(deconstruction.Value);
                Assign(deconstruction.Target, null);
                return null;
            case IIncrementOrDecrementOperation increment:
                Assign(increment.Target, null);
                return null;
            case IInvocationOperation invocation:
                return Invoke(invocation);
            case IObjectCreationOperation creation when creation.Type.IsView():
                return creation.Arguments.Select(argument => Visit(argument.Value)).ToList().FirstOrDefault();
            case IBinaryOperation or IUnaryOperation or IIsNullOperation or IIsPatternOperation or IInterpolatedStringOperation:
                VisitChildren(operation);
                return null;
            case IFlowAnonymousFunctionOperation or ILiteralOperation:
                return null;
            case { Kind: OperationKind.None, Syntax: StackAllocArrayCreationExpressionSyntax }:
                VisitChildren(operation);
                return Create(operation, Content.Unwritten);
            default:
                foreach (IOperation child in operation.ChildOperations)
                {
                    if (Visit(child) is { } used)
                        State = State.Escape(used);
                }
                return null;
        }
    }

    private void VisitChildren(IOperation operation)
    {
        foreach (IOperation child in operation.ChildOperations)
            Visit(child);
    }

    private Buffer? VisitElement(IArrayElementReferenceOperation element)
    {
        Buffer? array = Visit(element.ArrayReference);
        foreach (IOperation index in element.Indices)
            Visit(index);
        // A range of an array is a copy.
        return element.Type is IArrayTypeSymbol && array is { } source ? Create(element, ContentOf(source)) : null;
    }

    private Buffer Create(IOperation creation, Content? content)
    {
        var created = new Buffer(creation.Syntax, BufferOrigin.Created);
        // In a loop the same expression makes another buffer; what still refers to the last one is not this.
        foreach (object name in State.Names.Where(binding => binding.Value == created).Select(binding => binding.Key).ToList())
            State = State with { Names = State.Names.Remove(name) };
        State = (State with { Escaped = State.Escaped.Remove(created) }).Written(created).With(created, content);
        return created;
    }

    private void Assign(IOperation target, Buffer? value)
    {
        switch (target)
        {
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation:
                if (!target.Type.IsBuffer())
                    return;
                if (target is IFieldReferenceOperation && value is { } stored)
                    State = State.Escape(stored);
                if (NameOf(target) is { } name)
                    Bind(name, value);
                else if (value is { } lost)
                    State = State.Escape(lost);
                return;
            case IFlowCaptureReferenceOperation capture:
                foreach (IOperation captured in captured.TargetsOf(capture.Id))
                    Assign(captured, value);
                return;
            case ITupleOperation tuple:
                foreach (IOperation part in tuple.Elements)
                    Assign(part, null);
                return;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, null);
                return;
            case IArrayElementReferenceOperation element:
                Write(Visit(element.ArrayReference));
                break;
            case IPropertyReferenceOperation property:
                Buffer? instance = Visit(property.Instance);
                if (property.Property.ReturnsByRef || property.Property.IsIndexer)
                    Write(instance);
                break;
            case IImplicitIndexerReferenceOperation indexer:
                Write(Visit(indexer.Instance));
                break;
            default:
                Visit(target);
                break;
        }
        if (value is { } escaping)
            State = State.Escape(escaping);
    }

    private void Bind(object name, Buffer? buffer)
    {
        if (buffer is { } known && captured.Contains(name))
            State = State.Escape(known);
        else
            State = State.Bind(name, buffer);
    }

    private void Write(Buffer? buffer) => State = buffer is { } known ? State.Written(known) : State.AfterUnknownCode();

    private Buffer? Invoke(IInvocationOperation call)
    {
        Buffer? instance = Visit(call.Instance);
        var arguments = call.Arguments.ToDictionary(argument => argument, argument => Visit(argument.Value));
        Buffer? At(string parameter) => arguments.FirstOrDefault(argument => argument.Key.Parameter?.Name == parameter).Value;
        Buffer? First() => instance ?? arguments.FirstOrDefault(argument => argument.Key.Parameter?.Ordinal == 0).Value;
        IMethodSymbol method = call.TargetMethod;

        if (library.IsSoftmax(method))
        {
            Softmax(call, At("source"), At("destination"));
            return null;
        }
        if (library.IsOnClassLogits(method))
        {
            if (At("logits") is { } scores && ContentOf(scores) is { Softmaxes.IsEmpty: false } content)
                report?.Invoke(new LossCall(call, content.Softmaxes, State));
            if (At("gradient") is { } gradient)
                State = State.Written(gradient);
            return null;
        }
        if (method.IsViewing())
            return First();
        if (method.IsCloning())
            return First() is { } cloned ? Create(call, ContentOf(cloned)) : null;
        if (method.IsCopyingTo())
        {
            Buffer? copied = arguments.FirstOrDefault(argument => argument.Key.Parameter?.Name == "destination").Value;
            Content? content = First() is { } source ? ContentOf(source) : null;
            Write(copied);
            if (copied is { } destination)
                State = State.With(destination, content);
            return null;
        }
        if (method.IsReading() || IsReadingLoop(call))
            return null;
        if (instance is { } receiver)
            State = State.Written(receiver);
        foreach (KeyValuePair<IArgumentOperation, Buffer?> argument in arguments)
            Pass(method, argument.Key, argument.Value);
        if (RunsUserCode(method))
            State = State.AfterUnknownCode();
        return null;
    }

    private void Softmax(IInvocationOperation call, Buffer? source, Buffer? destination)
    {
        Write(destination);
        if (destination is not { } written)
            return;
        State = State.With(written, Content.Of(call));
        if (source is { } logits && logits != written)
            State = State with { Intact = State.Intact.SetItem(call, logits) };
    }

    /// <summary>What a method that is not looked at may do to an argument.</summary>
    private void Pass(IMethodSymbol method, IArgumentOperation argument, Buffer? buffer)
    {
        bool returnsView = method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType.IsBuffer();
        if (argument.Parameter is { RefKind: not RefKind.None })
        {
            EscapeElement(argument.Value);
            if (argument.Value.Type.IsBuffer() && NameOf(argument.Value) is { } variable)
                State = State.Bind(variable, null);
        }
        if (buffer is not { } passed)
            return;
        ITypeSymbol? type = argument.Parameter?.Type;
        if (returnsView || !type.IsView())
            State = State.Escape(passed);
        else if (!type.IsReadOnlyView())
            State = State.Written(passed);
    }

    /// <summary>A reference into a buffer was taken: it is written behind our back.</summary>
    private void EscapeElement(IOperation element)
    {
        Buffer? owner = element switch
        {
            IArrayElementReferenceOperation array => Visit(array.ArrayReference),
            IPropertyReferenceOperation property => Visit(property.Instance),
            IImplicitIndexerReferenceOperation indexer => Visit(indexer.Instance),
            _ => Visit(element),
        };
        if (owner is { } known)
            State = State.Escape(known);
    }

    private Content? ContentOf(Buffer buffer) => State.Contents.TryGetValue(buffer, out Content content) ? content : null;

    /// <summary>What names the variable in the state, or null for one that lambdas share.</summary>
    private object? NameOf(IOperation operation) => operation switch
    {
        ILocalReferenceOperation local => captured.Contains(local.Local) ? null : local.Local,
        IParameterReferenceOperation parameter => captured.Contains(parameter.Parameter) ? null : parameter.Parameter,
        IFieldReferenceOperation { Instance: null or IInstanceReferenceOperation } field => field.Field,
        IFlowCaptureReferenceOperation capture => capture.Id,
        _ => null,
    };

    /// <summary><c>foreach (float value in span)</c>: a copy of each element.</summary>
    private static bool IsReadingLoop(IInvocationOperation call) =>
        call.TargetMethod.Name == "GetEnumerator"
        && call.Syntax.FirstAncestorOrSelf<ForEachStatementSyntax>() is { Type: not RefTypeSyntax } loop
        && loop.Expression.Span.Contains(call.Syntax.Span);

    private static bool RunsUserCode(IMethodSymbol method) =>
        method.MethodKind is MethodKind.DelegateInvoke or MethodKind.LocalFunction
        || !method.DeclaringSyntaxReferences.IsEmpty
        || method.IsVirtual || method.IsAbstract || method.IsOverride
        || method.Parameters.Any(parameter => parameter.Type.TypeKind is TypeKind.Delegate or TypeKind.Interface);
}
