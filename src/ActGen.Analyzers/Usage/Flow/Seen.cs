using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>An operation that rules look at, with what is known where it runs.</summary>
/// <param name="Operation">A call or a division.</param>
/// <param name="Values">Of a call's arguments by the names of their parameters, <c>this</c> for its instance; of a division <c>left</c> and <c>right</c>.</param>
/// <param name="State">What is known before it.</param>
internal sealed record Seen(IOperation Operation, IReadOnlyDictionary<string, Value> Values, FlowState State)
{
    /// <summary>Where in the method it is.</summary>
    public BasicBlock? Block { get; init; }

    /// <summary>The call, or null.</summary>
    public IInvocationOperation? Call => Operation as IInvocationOperation;

    public Value this[string name] => Values.TryGetValue(name, out Value? value) ? value : Value.Unknown;

    /// <summary>What a buffer holds, or what a number is.</summary>
    public Content? ContentOf(string name) => this[name] is { Memory: { } memory } ? State.ContentOf(memory) : this[name].Number;

    /// <summary>Whether it may run after another one, without going round a loop.</summary>
    public bool MayFollow(Seen earlier)
    {
        if (Block is null || earlier.Block is null)
            return false;
        if (Block == earlier.Block)
            return Operation.Syntax.SpanStart > earlier.Operation.Syntax.SpanStart;
        var reached = new HashSet<BasicBlock> { earlier.Block };
        var open = new Stack<BasicBlock>(reached);
        while (open.Count > 0)
        {
            BasicBlock block = open.Pop();
            foreach (ControlFlowBranch? branch in (ControlFlowBranch?[])[block.FallThroughSuccessor, block.ConditionalSuccessor])
            {
                if (branch?.Destination is { } next && next.Ordinal > block.Ordinal && reached.Add(next))
                    open.Push(next);
            }
        }
        return reached.Contains(Block);
    }

    /// <summary>The argument of a call.</summary>
    public IArgumentOperation? Argument(string name) => Call?.Arguments.FirstOrDefault(argument => argument.Parameter?.Name == name);
}
