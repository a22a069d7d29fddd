using ActGen;
using ActGen.Reporting;

namespace ActivationShootout;

/// <summary>An activation that takes part: the same network around it, made anew for each seed.</summary>
/// <param name="activation">Its name.</param>
/// <param name="summary">The network's layers.</param>
internal abstract class Contender(string activation, NetworkSummary summary)
{
    public string Activation { get; } = activation;

    /// <summary>The predicted gradient at the first layer, relative to that at the output.</summary>
    public double? PredictedGradient => summary.Layers.FirstOrDefault(layer => layer.ParameterCount > 0)?.Gradient?.Value;

    /// <summary>Trains a new network.</summary>
    /// <param name="data">The images.</param>
    /// <param name="options">How; its seed is that of the network too.</param>
    /// <param name="isLive">Whether the console shows every epoch.</param>
    public abstract Trial Train(ShootoutData data, FitOptions options, bool isLive = false);
}

/// <inheritdoc cref="Contender"/>
/// <typeparam name="TNet">The network class.</typeparam>
internal sealed class Contender<TNet>(string activation, NetworkSummary summary, Func<long, TNet> create) : Contender(activation, summary)
    where TNet : INetwork<TNet>
{
    public override Trial Train(ShootoutData data, FitOptions options, bool isLive = false)
    {
        TNet network = create(options.Seed);
        double gradient = GradientAtFirst(create(options.Seed), data.Train, options.BatchSize);
        TrainingHistory history = isLive ? network.FitLive(data.Train, data.Validation, options, Activation) : network.Fit(data.Train, data.Validation, options);
        return new Trial(history, gradient, ReportRun.Of(Activation, network, history, data.Test, data.TestImages));
    }

    /// <summary>Telemetry of one step of a network that nobody trains further.</summary>
    private static double GradientAtFirst(TNet network, Dataset data, int rows)
    {
        rows = Math.Min(rows, data.Count);
        using Trainer<TNet> trainer = network.CreateTrainer(new SGD(0.01), rows);
        trainer.Step(data.AllFeatures[..(rows * data.FeatureCount)], data.AllLabels[..rows]);
        IReadOnlyList<LayerTelemetry> layers = trainer.Telemetry;
        return layers.Select(layer => layer.GradientRms).OfType<double>().First() / layers[^1].GradientRms ?? double.NaN;
    }
}
