using System.Collections.Immutable;
using ActGen.Analyzers.Usage.Model;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Runs <see cref="BufferFlow"/> over a method's control flow graph until nothing changes, then once more to report.</summary>
internal sealed class MethodFlow(UsageModel model, MethodVariables variables, CancellationToken cancellation)
{
    /// <summary>What is known where control arrives from anywhere: parameters too may refer to other buffers than those that were passed.</summary>
    private readonly FlowState _anything = variables.Captured.Parameters.Aggregate(FlowState.Unknown, (state, parameter) => state.Bind(parameter, Value.Unknown));

    /// <summary>Everything that rules look at, in the method and in its lambdas and local functions.</summary>
    public IEnumerable<Seen> Find(ControlFlowGraph graph)
    {
        var found = new List<Seen>();
        FlowState?[] entries = Solve(graph);
        foreach (BasicBlock block in graph.Blocks)
        {
            if (entries[block.Ordinal] is { } entry)
                Run(block, entry, seen => found.Add(seen with { Block = block }));
        }
        foreach (ControlFlowGraph inner in InnerGraphs(graph))
            found.AddRange(Find(inner));
        return found;
    }

    /// <summary>What the method does, seen from outside; <paramref name="method"/> must be the graph's.</summary>
    public MethodSummary Summarize(ControlFlowGraph graph, IMethodSymbol method)
    {
        FlowState?[] entries = Solve(graph);
        Value? returned = null;
        bool isOfOthers = false;
        foreach (BasicBlock block in graph.Blocks.Where(block => block.FallThroughSuccessor?.Semantics == ControlFlowBranchSemantics.Return))
        {
            if (entries[block.Ordinal] is not { } entry || block.BranchValue is null)
                continue;
            Value value = Run(block, entry, report: null, out FlowState exit);
            isOfOthers |= value.Memory is not { Origin: BufferOrigin.Created } memory || exit.Escaped.Contains(memory);
            var seen = Value.Of(value.Memory is { } buffer ? exit.ContentOf(buffer) : value.Number);
            returned = returned is null ? seen : Value.Join(returned, seen);
        }
        FlowState? end = entries[graph.Blocks.Length - 1];
        var written = ImmutableDictionary.CreateBuilder<string, Content>(StringComparer.Ordinal);
        foreach (IParameterSymbol parameter in method.Parameters.Where(parameter => parameter.RefKind == RefKind.None && parameter.Type.IsBuffer()))
        {
            var own = new Buffer(parameter, BufferOrigin.Parameter);
            if (end?.ContentOf(own) is { } content)
                written.Add(parameter.Name, content);
        }
        bool isBuffer = method.ReturnType.IsBuffer();
        Content? result = isBuffer && isOfOthers ? null : returned?.Number;
        return new(result is { Recipe: Recipe.Unwritten } ? null : result, isBuffer && isOfOthers, written.ToImmutable());
    }

    private FlowState?[] Solve(ControlFlowGraph graph)
    {
        var entries = new FlowState?[graph.Blocks.Length];
        var open = new SortedSet<int>();
        foreach (BasicBlock block in graph.Blocks.Where(BeginsUnknown))
        {
            entries[block.Ordinal] = block.Kind == BasicBlockKind.Entry ? FlowState.Unknown : _anything;
            open.Add(block.Ordinal);
        }
        while (open.Count > 0)
        {
            cancellation.ThrowIfCancellationRequested();
            BasicBlock block = graph.Blocks[open.Min];
            open.Remove(block.Ordinal);
            FlowState exit = Run(block, entries[block.Ordinal]!, report: null);
            foreach (ControlFlowBranch? branch in (ControlFlowBranch?[])[block.FallThroughSuccessor, block.ConditionalSuccessor])
            {
                if (branch?.Destination is not { } next)
                    continue;
                FlowState arriving = branch.FinallyRegions.Aggregate(exit, (state, region) => Through(graph, region, state));
                FlowState joined = entries[next.Ordinal] is { } known ? known.Join(arriving) : arriving;
                if (entries[next.Ordinal] is { } before && before.IsSameAs(joined))
                    continue;
                entries[next.Ordinal] = joined;
                open.Add(next.Ordinal);
            }
        }
        return entries;
    }

    /// <summary>The method's beginning, and handlers: control arrives there from anywhere in the try.</summary>
    private static bool BeginsUnknown(BasicBlock block)
    {
        if (block.Kind == BasicBlockKind.Entry)
            return true;
        for (ControlFlowRegion? region = block.EnclosingRegion; region is not null && region.FirstBlockOrdinal == block.Ordinal; region = region.EnclosingRegion)
        {
            if (region.Kind is ControlFlowRegionKind.Catch or ControlFlowRegionKind.Filter or ControlFlowRegionKind.FilterAndHandler or ControlFlowRegionKind.Finally)
                return true;
        }
        return false;
    }

    /// <summary>After a finally (also of <c>using</c> and <c>foreach</c>): each of its blocks may have run or not, a loop's twice.</summary>
    private FlowState Through(ControlFlowGraph graph, ControlFlowRegion region, FlowState state)
    {
        for (int pass = 0; pass < 2; pass++)
        {
            for (int block = region.FirstBlockOrdinal; block <= region.LastBlockOrdinal; block++)
                state = state.Join(Run(graph.Blocks[block], state, report: null));
        }
        return state;
    }

    private FlowState Run(BasicBlock block, FlowState entry, Action<Seen>? report)
    {
        Run(block, entry, report, out FlowState exit);
        return exit;
    }

    /// <summary>Goes through a block.</summary>
    /// <returns>The value that it branches on or returns.</returns>
    private Value Run(BasicBlock block, FlowState entry, Action<Seen>? report, out FlowState exit)
    {
        var flow = new BufferFlow(model, variables, entry, report);
        foreach (IOperation operation in block.Operations)
            flow.Visit(operation);
        Value value = flow.Visit(block.BranchValue);
        exit = flow.State;
        return value;
    }

    private IEnumerable<ControlFlowGraph> InnerGraphs(ControlFlowGraph graph) =>
        graph.LocalFunctions.Select(function => graph.GetLocalFunctionControlFlowGraph(function, cancellation))
            .Concat(graph.Blocks
                .SelectMany(block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
                .SelectMany(operation => operation.DescendantsAndSelf())
                .OfType<IFlowAnonymousFunctionOperation>()
                .Select(function => graph.GetAnonymousFunctionControlFlowGraph(function, cancellation)));
}
