using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.FlowAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>Runs <see cref="BufferFlow"/> over a method's control flow graph until nothing changes, then once more to report.</summary>
internal sealed class MethodFlow(LibraryCalls library, CapturedVariables captured, CancellationToken cancellation)
{
    /// <summary>Every loss on logits that is given results of softmax, in the method and in its lambdas and local functions.</summary>
    public IEnumerable<LossCall> Find(ControlFlowGraph graph)
    {
        var found = new List<LossCall>();
        FlowState?[] entries = Solve(graph);
        foreach (BasicBlock block in graph.Blocks)
        {
            if (entries[block.Ordinal] is { } entry)
                Run(block, entry, found.Add);
        }
        foreach (ControlFlowGraph inner in InnerGraphs(graph))
            found.AddRange(Find(inner));
        return found;
    }

    private FlowState?[] Solve(ControlFlowGraph graph)
    {
        var entries = new FlowState?[graph.Blocks.Length];
        var open = new SortedSet<int>();
        foreach (BasicBlock block in graph.Blocks.Where(BeginsUnknown))
        {
            entries[block.Ordinal] = FlowState.Unknown;
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

    private FlowState Run(BasicBlock block, FlowState entry, Action<LossCall>? report)
    {
        var flow = new BufferFlow(library, captured, entry, report);
        foreach (IOperation operation in block.Operations)
            flow.Visit(operation);
        flow.Visit(block.BranchValue);
        return flow.State;
    }

    private IEnumerable<ControlFlowGraph> InnerGraphs(ControlFlowGraph graph) =>
        graph.LocalFunctions.Select(function => graph.GetLocalFunctionControlFlowGraph(function, cancellation))
            .Concat(graph.Blocks
                .SelectMany(block => block.BranchValue is { } value ? block.Operations.Add(value) : block.Operations)
                .SelectMany(operation => operation.DescendantsAndSelf())
                .OfType<IFlowAnonymousFunctionOperation>()
                .Select(function => graph.GetAnonymousFunctionControlFlowGraph(function, cancellation)));
}
