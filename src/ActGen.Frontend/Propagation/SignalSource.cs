using ActGen.Frontend.Model;

namespace ActGen.Frontend.Propagation;

/// <summary>The activation directly in front of a layer, which says how its values are distributed.</summary>
/// <param name="Activation">f.</param>
/// <param name="Input">The signal before it.</param>
internal sealed record SignalSource(PlannedActivation Activation, Signal Input);
