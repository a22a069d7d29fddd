using ActGen.Frontend.Collections;

namespace ActGen.Frontend.Model;

/// <summary>What a new network is predicted to do to signal and gradient, from its declaration alone: mean-field theory (Poole et al. 2016,
/// Schoenholz et al. 2017, "Deep Information Propagation"; He et al. 2015; Glorot &amp; Bengio 2010) for inputs with the declared mean square.</summary>
/// <param name="Input">The network's input.</param>
/// <param name="InputGradient">The loss's gradient by it.</param>
/// <param name="Layers">One for each planned layer.</param>
/// <param name="BornDead">Estimated share of new networks through which no gradient passes whatever the input; null where it cannot be estimated.</param>
internal sealed record SignalPropagation(Signal Input, Signal InputGradient, EquatableArray<LayerSignal> Layers, double? BornDead);

/// <summary>The signal behind one layer, and the gradient there.</summary>
/// <param name="Output">Its outputs.</param>
/// <param name="Gradient">The loss's gradient by them; its mean square at the network's output is 1.</param>
internal sealed record LayerSignal(Signal Output, Signal Gradient);
