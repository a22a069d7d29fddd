using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Operations;

namespace ActGen.Analyzers.Usage.Flow;

/// <summary>A loss on logits that is given results of softmax.</summary>
/// <param name="Loss">The call.</param>
/// <param name="Softmaxes">Where the values come from.</param>
/// <param name="State">What is known at the call.</param>
internal sealed record LossCall(IInvocationOperation Loss, ImmutableHashSet<IInvocationOperation> Softmaxes, FlowState State);
