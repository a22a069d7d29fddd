using ActGen.Analyzers.Usage.Model;
using ActGen.Frontend.Facts;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <content>Calls of the library: each reads some of its arguments, and writes others with a known meaning.</content>
internal sealed partial class BufferFlow
{
    private Value Known(IInvocationOperation call, Seen seen)
    {
        IMethodSymbol method = call.TargetMethod;
        if (model.Library.IsSplit(method))
        {
            double? fraction = seen["fraction"].Constant as double?;
            return new Value { Parts = [Part(0), Part(1)] };

            Value Part(int index) => Value.Of(Create(new Buffer(new SplitPart(call.Syntax, index, seen["this"].Memory, fraction), BufferOrigin.Created), content: null));
        }
        if (model.Library.IsFromArrays(method))
        {
            // Rows that are listed in the source, such as a truth table, are all there are.
            bool isListed = seen["features"] is { Length: not null, Memory: { } features } && ContentOf(features) is not { Recipe: Recipe.Unwritten };
            return Value.Of(Create(call, isListed ? Content.Plain : null));
        }
        if (model.Library.NumberMade(method) is { } kind)
            return Value.Of(Content.Made(kind, call));
        if (model.Library.Transfer(method) is { } transfer)
        {
            Transform(call, seen, transfer);
            return Value.Unknown;
        }
        if (model.Networks.OfCall(method) is { } network)
            return RunNetwork(call, seen, network);
        // Losses, steps: they write spans that they are given to write, and keep nothing.
        foreach (IArgumentOperation argument in call.Arguments)
        {
            if (argument.Parameter is { } parameter && parameter.Type.IsView() && !parameter.Type.IsReadOnlyView() && seen[parameter.Name].Memory is { } written)
                State = State.Written(written);
        }
        // Fit reports its progress.
        if (model.Library.IsExtension(method, "Fit"))
            State = State.AfterUnknownCode();
        return Value.Unknown;
    }

    private void Transform(IInvocationOperation call, Seen seen, SpanFunction function)
    {
        Buffer? source = seen["source"].Memory;
        Content? before = source is { } read ? ContentOf(read) : null;
        Content? made = null;
        if (function.Makes != ValueKind.Unknown)
        {
            int classes = function.Makes == ValueKind.Probabilities && seen["rowLength"].Constant is int rowLength and >= 1 ? rowLength : 0;
            made = Content.Made(function.Makes, call) with { IsOfNetwork = before?.IsOfNetwork ?? false, Classes = classes };
        }
        else if (function.IsExponential && source is { } exponents && (before is { Kind: ValueKind.Logits } || (before is null && IsPlain(exponents))))
        {
            made = Content.Of(Recipe.Exponential);
        }
        Fill(seen["destination"], made);
        if (source is { } given && seen["destination"].Memory is { } written && given != written)
            State = State with { Intact = State.Intact.SetItem(call, given) };
    }

    private Value RunNetwork(IInvocationOperation call, Seen seen, NetworkContract network)
    {
        bool predicts = call.TargetMethod.Name == "Predict";
        if (!predicts && call.TargetMethod.Name != "Forward")
        {
            if (seen["labels"].Memory is { } labels)
                State = State.Written(labels);
            return Value.Unknown;
        }
        Content content = Content.Made(predicts ? network.Predicted : network.Forwarded, call) with { IsOfNetwork = true, Classes = network.Classes };
        if (call.TargetMethod.Parameters.Length == 1)
            return Value.Of(Create(call, content), network.OutputsOf(seen["inputs"].Length));
        Fill(seen[call.TargetMethod.Parameters[1].Name], content);
        return Value.Unknown;
    }
}
