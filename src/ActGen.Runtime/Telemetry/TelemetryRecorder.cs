namespace ActGen.CompilerServices;

/// <summary>The recordings of one trainer: generated code writes through <see cref="Telemetry{T}"/>, the trainer reads.</summary>
/// <typeparam name="T">The scalar.</typeparam>
[EditorBrowsable(EditorBrowsableState.Never)]
public sealed class TelemetryRecorder<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly LayerRecording<T>[] _layers;
    private readonly TelemetryInstruments[] _instruments;
    private readonly float[] _before;

    internal TelemetryRecorder(NetworkDefinition definition, int parameters, int capacity, int workers)
    {
        _layers = [.. definition.Telemetry.Select(layer =>
        {
            LayerSummary summary = definition.Layers[layer.Layer];
            return new LayerRecording<T>(layer, summary.Layer, ShapeSize.Of(summary.OutputShape), capacity, workers);
        })];
        _instruments = [.. definition.Telemetry.Select(layer => new TelemetryInstruments(definition.Name, definition.Layers[layer.Layer].Layer, layer.Layer))];
        _before = new float[parameters];
    }

    /// <summary>Where a layer's values go.</summary>
    /// <param name="layer">Its place among the recorded layers.</param>
    internal LayerRecording<T> Of(int layer) => _layers[layer];

    /// <summary>Before the workers start.</summary>
    /// <param name="parameters">The parameter buffer; running statistics, which lie behind what is trained, are no updates.</param>
    internal void Begin(ReadOnlySpan<float> parameters) => parameters[.._before.Length].CopyTo(_before);

    /// <summary>After all workers have finished: totals, and values for whoever listens.</summary>
    internal void End(int rows, int workers, ReadOnlySpan<float> parameters, bool wasUpdated)
    {
        for (int i = 0; i < _layers.Length; i++)
        {
            _layers[i].End(rows, workers, wasUpdated ? _before : default, parameters);
            _instruments[i].Record(_layers[i].Step);
        }
    }

    /// <summary>The last step.</summary>
    internal IReadOnlyList<LayerTelemetry> OfStep() => [.. _layers.Select(static layer => layer.Step.ToTelemetry())];

    /// <summary>All steps since the last call.</summary>
    internal IReadOnlyList<LayerTelemetry> TakeWindow()
    {
        LayerTelemetry[] taken = [.. _layers.Select(static layer => layer.Window.ToTelemetry())];
        foreach (LayerRecording<T> layer in _layers)
            layer.Window.Clear();
        return taken;
    }
}
