using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>An operation that rules look at, with what is known where it runs.</summary>
/// <param name="Operation">A call or a division.</param>
/// <param name="Values">Of a call's arguments by the names of their parameters, <c>this</c> for its instance; of a division <c>left</c> and <c>right</c>.</param>
/// <param name="State">What is known before it.</param>
internal sealed record Seen(IOperation Operation, IReadOnlyDictionary<string, Value> Values, FlowState State)
{
    /// <summary>The call, or null.</summary>
    public IInvocationOperation? Call => Operation as IInvocationOperation;

    public Value this[string name] => Values.TryGetValue(name, out Value? value) ? value : Value.Unknown;

    /// <summary>What a buffer holds, or what a number is.</summary>
    public Content? ContentOf(string name) => this[name] is { Memory: { } memory } ? State.ContentOf(memory) : this[name].Number;

    /// <summary>The argument of a call.</summary>
    public IArgumentOperation? Argument(string name) => Call?.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name);
}
