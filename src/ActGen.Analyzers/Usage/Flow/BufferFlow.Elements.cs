using System.Collections.Immutable;
using ActGen.Frontend.Collections;
using ActGen.Frontend.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <content>New memory, and numbers that are read from it.</content>
internal sealed partial class BufferFlow
{
    private Value CreateArray(IOperation creation)
    {
        if (creation is IArrayCreationOperation { Initializer: null } empty)
        {
            Value[] sizes = [.. empty.DimensionSizes.Select(Visit)];
            return Value.Of(Create(creation, Content.Unwritten), sizes.Length == 1 ? sizes[0].Constant as int? : null);
        }
        ImmutableArray<IOperation> elements = creation switch
        {
            IArrayCreationOperation { Initializer: { } initializer } => initializer.ElementValues,
            ICollectionExpressionOperation collection => collection.Elements,
            _ => [],
        };
        bool isListed = !elements.Any(element => element is ISpreadOperation or IArrayInitializerOperation);
        Value[] values = [.. elements.Select(Visit)];
        foreach (Value value in values)
            Escape(value);
        Content? content = isListed && values.Length > 0 && values.All(value => value.Constant is int)
            ? Content.Plain with { Integers = values.Select(value => (int)value.Constant!).ToEquatableArray() }
            : null;
        return Value.Of(Create(creation, content), isListed ? values.Length : null);
    }

    private Buffer Create(IOperation creation, Content? content) => Create(new Buffer(creation.Syntax, BufferOrigin.Created), content);

    private Buffer Create(Buffer created, Content? content)
    {
        // In a loop the same expression makes another buffer; what still refers to the last one is not this.
        foreach (object name in State.Names.Where(binding => binding.Value.RefersTo(created)).Select(binding => binding.Key).ToList())
            State = State with { Names = State.Names.Remove(name) };
        State = (State with { Escaped = State.Escaped.Remove(created) }).Written(created).With(created, content);
        return created;
    }

    private Value VisitElement(IArrayElementReferenceOperation element)
    {
        Value array = Visit(element.ArrayReference);
        foreach (IOperation index in element.Indices)
            Visit(index);
        if (element.Indices.Length != 1 || element.Indices[0] is not { Type.Name: "Range" } range)
            return ElementOf(array, element);
        // A range of an array is a copy.
        return array.Memory is { } source ? Value.Of(Create(element, ContentOf(source)), Views.Range(range, array).Length) : Value.Unknown;
    }

    private Value VisitProperty(IPropertyReferenceOperation property)
    {
        Value instance = Visit(property.Instance);
        foreach (IArgumentOperation argument in property.Arguments)
            Visit(argument.Value);
        RunAccessor(property.Property, property.Property.GetMethod);
        if (property.Property.Name == "Length" && property.Property.ContainingType is { } type && (type.IsView() || type.SpecialType == SpecialType.System_Array))
            return instance.Length is { } length ? new Value { Constant = length } : Value.Unknown;
        if (property.Property.ContainingType.IsView())
            return property.Type.IsView() ? instance : ElementOf(instance, property);
        return property.Property.Name == "Current" && Views.IsOfForEach(property) ? ElementOf(instance, property) : Value.Unknown;
    }

    /// <summary>One number of a buffer. Of logits, and of what nobody in the method bounds, it is plain.</summary>
    private Value ElementOf(Value of, IOperation element)
    {
        if (of.Memory is not { } buffer || !element.Type.IsReal(orBoxed: true) || variables.Guards.IsBounded(element))
            return Value.Unknown;
        Content? content = ContentOf(buffer);
        if (content is null && variables.InPlace.IsExponential(element))
            return Value.Of(Content.Of(Recipe.Exponential));
        return content switch
        {
            null => IsPlain(buffer) ? Value.Of(Content.Plain) : Value.Unknown,
            { Kind: ValueKind.Logits } => Value.Of(Content.Plain with { IsOfNetwork = content.IsOfNetwork }),
            { Recipe: Recipe.Unwritten } => Value.Unknown,
            _ => Value.Of(content),
        };
    }

    /// <summary>Whether nobody in the method bounds or writes the numbers of an argument or a field. What something not understood returned may be bounded there.</summary>
    private bool IsPlain(Buffer buffer) => buffer.Key is IParameterSymbol or IFieldSymbol && !variables.Guards.IsTouched(buffer.Key)
        && !State.Names.Any(binding => binding.Value.Memory == buffer && variables.Guards.IsTouched(binding.Key));

    private Value Convert(IConversionOperation conversion)
    {
        Value value = Visit(conversion.Operand);
        if (conversion.OperatorMethod is { } method && !method.IsViewing())
        {
            Escape(value);
            if (RunsUserCode(method))
                State = State.AfterUnknownCode();
            return Value.Unknown;
        }
        // To float what was computed in double: from here on it overflows as float does.
        return value.Number is { Recipe: Recipe.WideExponential } && conversion.Type is { SpecialType: SpecialType.System_Single }
            ? Value.Of(Content.Of(Recipe.Exponential))
            : value;
    }

    private Value VisitBinary(IOperation operation, BinaryOperatorKind kind, Value left, Value right)
    {
        if (kind == BinaryOperatorKind.Divide)
            report?.Invoke(new Seen(operation, new Dictionary<string, Value> { ["left"] = left, ["right"] = right }, State));
        return operation.Type.IsReal() ? Value.Of(Arithmetic.Binary(operation, kind, left, right)) : Value.Unknown;
    }

    private Value VisitCompound(ICompoundAssignmentOperation compound)
    {
        Value target = Visit(compound.Target);
        Value result = VisitBinary(compound, compound.OperatorKind, target, Visit(compound.Value));
        Assign(compound.Target, result);
        return result;
    }
}
