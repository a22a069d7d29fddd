using ActGen.Frontend.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <content>Assignments and writes.</content>
internal sealed partial class BufferFlow
{
    private void Assign(IOperation target, Value value)
    {
        switch (target)
        {
            case IFieldReferenceOperation { Field.ContainingType.IsTupleType: true, Instance: { } whole }:
                Assign(whole, Value.Unknown);
                break;
            case ILocalReferenceOperation or IParameterReferenceOperation or IFieldReferenceOperation:
                if (target is IFieldReferenceOperation)
                    Escape(value);
                AssignVariable(target, value);
                return;
            case IFlowCaptureReferenceOperation capture:
                foreach (IOperation captured in variables.Captured.TargetsOf(capture.Id))
                    Assign(captured, value);
                return;
            case ITupleOperation tuple:
                for (int i = 0; i < tuple.Elements.Length; i++)
                {
                    Value part = value.Parts.Count == tuple.Elements.Length ? value.Parts[i] : Value.Unknown;
                    // Elements that change places: what was known of their buffer held for all in their order.
                    Assign(tuple.Elements[i], IsElement(tuple.Elements[i]) ? part with { Number = null } : part);
                }
                return;
            case IDeclarationExpressionOperation declaration:
                Assign(declaration.Expression, value);
                return;
            case IArrayElementReferenceOperation element:
                WriteElement(Visit(element.ArrayReference).Memory, value);
                break;
            case IPropertyReferenceOperation property:
                Value instance = Visit(property.Instance);
                if (property.Property.ReturnsByRef || property.Property.IsIndexer)
                    WriteElement(instance.Memory, value);
                RunAccessor(property.Property, property.Property.SetMethod);
                break;
            case IImplicitIndexerReferenceOperation indexer:
                WriteElement(Visit(indexer.Instance).Memory, value);
                break;
            case IDiscardOperation:
                return;
            default:
                // Through a pointer, or a reference that a call returned.
                Visit(target);
                State = State.AfterUnknownCode();
                break;
        }
        Escape(value);
    }

    private void AssignVariable(IOperation target, Value value)
    {
        if (NameOf(target) is { } name)
        {
            Bind(name, value);
            return;
        }
        Escape(value);
        bool isReference = target is ILocalReferenceOperation { Local.IsRef: true } or IParameterReferenceOperation { Parameter.RefKind: not RefKind.None };
        if (isReference || (target is IFieldReferenceOperation field && field.Type.IsReference()))
            State = State.AfterUnknownCode();
    }

    private Value Deconstruct(IDeconstructionAssignmentOperation deconstruction)
    {
        Value value = Visit(deconstruction.Value);
        // Not a tuple that is written here: a method of the type takes it apart.
        if (value.Parts.Count == 0)
        {
            Escape(value);
            State = State.AfterUnknownCode();
        }
        Assign(deconstruction.Target, value);
        return value;
    }

    private void Bind(object name, Value value)
    {
        if (variables.Captured.Contains(name))
            Escape(value);
        else
            State = State.Bind(name, value);
    }

    private void Write(Buffer? buffer) => State = buffer is { } known ? State.Written(known) : State.AfterUnknownCode();

    /// <summary>Element by element a buffer becomes what its elements are, from unwritten or from the same. Exponentials that are divided by
    /// their sum in place stay that: in a loop the next ones still are.</summary>
    private void WriteElement(Buffer? buffer, Value value)
    {
        Content? before = buffer is { } known ? ContentOf(known) : null;
        Write(buffer);
        if (before is { Recipe: Recipe.Exponential } && value.Number is { Kind: ValueKind.Probabilities })
            State = State.With(buffer!.Value, before);
        else if (buffer is { } written && value.Number is { } number && (number.Kind != ValueKind.Unknown || number.Recipe == Recipe.Exponential)
            && Content.Join(before, number) is { } content)
        {
            State = State.With(written, content);
        }
    }

    private static bool IsElement(IOperation target) => target is IArrayElementReferenceOperation or IPropertyReferenceOperation or IImplicitIndexerReferenceOperation;

    /// <summary>A reference into a buffer was taken: it is written behind our back.</summary>
    private void EscapeElement(IOperation element) => Escape(element switch
    {
        IArrayElementReferenceOperation array => Visit(array.ArrayReference),
        IPropertyReferenceOperation property => Visit(property.Instance),
        IImplicitIndexerReferenceOperation indexer => Visit(indexer.Instance),
        _ => Visit(element),
    });
}
