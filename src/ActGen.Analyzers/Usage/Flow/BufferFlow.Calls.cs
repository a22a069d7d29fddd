using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <content>Calls: the library's and the framework's by their meaning, the project's own by their summaries.</content>
internal sealed partial class BufferFlow
{
    private Value Invoke(IInvocationOperation call)
    {
        Value instance = Visit(call.Instance);
        var arguments = call.Arguments.Select(argument => (Argument: argument, Value: Visit(argument.Value))).ToList();
        IMethodSymbol method = call.TargetMethod;
        var values = new Dictionary<string, Value>(StringComparer.Ordinal) { ["this"] = instance };
        foreach ((IArgumentOperation argument, Value value) in arguments)
        {
            if (argument.Parameter is { } parameter)
                values[parameter.Name] = value;
        }
        Value first = call.Instance is null && arguments.Count > 0 && !method.Parameters.IsEmpty ? values.TryGetValue(method.Parameters[0].Name, out Value? given) ? given : Value.Unknown : instance;
        var seen = new Seen(call, values, State);

        if (model.Library.IsKnown(method))
        {
            report?.Invoke(seen);
            return Known(call, seen);
        }
        if (model.Library.IsExponential(method, out bool isWide))
            return Value.Of(Arithmetic.Exponential(first, isWide));
        if (model.Library.IsLogarithm(method))
        {
            report?.Invoke(seen);
            return Value.Unknown;
        }
        if (Sequence(call, first) is { } sequence)
            return sequence;
        if (method.IsViewing())
            return Views.Slice(call, first);
        if (method.IsCloning())
            return first.Memory is { } cloned ? Value.Of(Create(call, ContentOf(cloned)), first.Length) : Value.Unknown;
        if (method.IsCopyingTo())
        {
            Copy(first, seen["destination"]);
            return Value.Unknown;
        }
        if (method.IsReading())
            return Value.Unknown;
        if (Views.IsOfForEach(call) && method.Name is "GetEnumerator" or "MoveNext" or "Dispose")
            return Value.Of(instance.Memory);
        return InvokeUnknown(call, seen, arguments);
    }

    private Value InvokeUnknown(IInvocationOperation call, Seen seen, IReadOnlyList<(IArgumentOperation Argument, Value Value)> arguments)
    {
        IMethodSymbol method = call.TargetMethod;
        MethodSummary? summary = model.Summaries.Of(method);
        bool keepsViews = method.ReturnsByRef || method.ReturnsByRefReadonly || method.ReturnType is { IsRefLikeType: true } || (method.ContainingType is { IsRefLikeType: true } owner && !owner.IsView())
            || method.Parameters.Any(parameter => parameter.RefKind != RefKind.None && parameter.Type.IsRefLikeType);
        if (seen["this"].Memory is { } receiver)
            State = keepsViews ? State.Escape(receiver) : State.Written(receiver);
        foreach ((IArgumentOperation argument, Value value) in arguments)
            Pass(argument, value, mayKeep: keepsViews || (method.ReturnType.IsBuffer() && summary is not { ReturnsParameter: false }));
        if (RunsUserCode(method))
            State = State.AfterUnknownCode();
        if (summary is null)
            return Value.Unknown;
        foreach (KeyValuePair<string, Content> written in summary.Written)
        {
            Fill(seen[written.Key], written.Value);
        }
        if (summary.Returned is not { } returned)
            return Value.Unknown;
        return method.ReturnType.IsBuffer() ? Value.Of(Create(call, returned)) : Value.Of(returned);
    }

    /// <summary>Copies what fits: the rest of a longer buffer stays.</summary>
    private void Copy(Value source, Value destination) => Fill(
        destination with { IsPart = destination.IsPart || source.Length is null || source.Length != destination.Length },
        source.Memory is { } from ? ContentOf(from) : null);

    /// <summary>A call wrote what is seen of a buffer; if that is a part, the whole is what both parts are.</summary>
    private void Fill(Value destination, Content? content)
    {
        if (destination.Memory is not { } written)
        {
            State = State.AfterUnknownCode();
            return;
        }
        Content? rest = destination.IsPart ? ContentOf(written) : Content.Unwritten;
        State = State.Written(written);
        State = State.With(written, Content.Join(rest, content));
    }

    /// <summary>What a method that is not looked at may do to an argument.</summary>
    private void Pass(IArgumentOperation argument, Value value, bool mayKeep)
    {
        if (argument.Parameter is { RefKind: not RefKind.None })
        {
            EscapeElement(argument.Value);
            IOperation variable = argument.Value is IDeclarationExpressionOperation declaration ? declaration.Expression : argument.Value;
            if (NameOf(variable) is { } name)
                State = State.Bind(name, Value.Unknown);
        }
        if (value.Parts.Count > 0)
            Escape(value);
        if (value.Memory is not { } passed)
            return;
        ITypeSymbol? type = argument.Parameter?.Type;
        if (type.IsDataset())
            return;
        if (mayKeep || !type.IsView() || (!type.IsReadOnlyView() && !type!.IsRefLikeType))
            State = State.Escape(passed);
        else if (!type.IsReadOnlyView())
            State = State.Written(passed);
    }
}
