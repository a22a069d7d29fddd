using System.Diagnostics;
using System.Globalization;
using ActGen.Reporting.Html;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActGen.Reporting;

/// <summary>What the console shows of training that runs.</summary>
/// <param name="title">Stands above it.</param>
/// <param name="clock">Runs since training began.</param>
internal sealed class LiveView(string title, Stopwatch clock)
{
    private const int BarWidth = 30, ShownEpochs = 6, MostDays = 999;

    private readonly List<EpochResult> _epochs = [];

    private IReadOnlyList<LayerTelemetry> _layers = [];

    /// <summary>Before the first step.</summary>
    public IRenderable Waiting() => new Markup($"[bold]{Markup.Escape(title)}[/]  first epoch …");

    /// <summary>After an epoch: a bar, the last epochs, the layers.</summary>
    public IRenderable Of(FitProgress progress)
    {
        _epochs.Add(progress.Result);
        _layers = progress.Layers;
        return Page((double)progress.Epoch / progress.Epochs, $"epoch {progress.Epoch}/{progress.Epochs}");
    }

    /// <summary>Within an epoch: the same, the bar further, and what the epoch has reached.</summary>
    public IRenderable Of(StepProgress progress)
    {
        string accuracy = progress.TrainingAccuracy is { } share ? $", accuracy {Numbers.Percent(share)}" : "";
        return Page(progress.Done, $"epoch {progress.Epoch}/{progress.Epochs}, step {progress.Step}/{progress.Steps}, loss {Number(progress.TrainingLoss)}{accuracy}");
    }

    /// <summary>The same in one line without colours.</summary>
    public string Line(FitProgress progress)
    {
        _epochs.Add(progress.Result);
        string line = $"{title}: epoch {progress.Epoch}/{progress.Epochs}, loss {Number(progress.TrainingLoss)}";
        if (progress.ValidationLoss is { } loss)
            line += $", validation loss {Number(loss)}";
        if ((progress.ValidationAccuracy ?? progress.TrainingAccuracy) is { } accuracy)
            line += $", {(progress.ValidationAccuracy is null ? "" : "validation ")}accuracy {Numbers.Percent(accuracy)}";
        line += $", {Left((double)progress.Epoch / progress.Epochs)} left";
        string[] troubles = [.. LayerHealth.Of(progress.Layers).Where(health => health.Trouble is not null).Select(health => $"{health.Layer.Layer}: {health.Trouble}")];
        return troubles.Length == 0 ? line : $"{line}; {string.Join("; ", troubles)}";
    }

    private Rows Page(double done, string text)
    {
        int filled = (int)(done * BarWidth);
        var parts = new List<IRenderable>
        {
            new Markup($"[bold]{Markup.Escape(title)}[/]  [blue]{new string('█', filled)}[/][grey]{new string('░', BarWidth - filled)}[/]  {text}, {Left(done)} left"),
        };
        if (_epochs.Count > 0)
            parts.Add(Epochs());
        if (_layers.Count > 0)
            parts.Add(Layers(_layers));
        return new Rows(parts);
    }

    private Table Epochs()
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("epoch", column => column.RightAligned());
        foreach (string header in new[] { "loss", "accuracy", "validation loss", "accuracy", "learning rate", "time" })
            table.AddColumn(header, column => column.RightAligned());
        double best = _epochs.Min(epoch => epoch.ValidationLoss ?? epoch.TrainingLoss);
        foreach (EpochResult epoch in _epochs.TakeLast(ShownEpochs))
        {
            string style = (epoch.ValidationLoss ?? epoch.TrainingLoss) == best ? "green" : "default";
            table.AddRow([.. new[]
            {
                epoch.Epoch.ToString(CultureInfo.InvariantCulture), Number(epoch.TrainingLoss), Numbers.Percent(epoch.TrainingAccuracy),
                epoch.ValidationLoss is { } loss ? Number(loss) : Numbers.None, Numbers.Percent(epoch.ValidationAccuracy), Numbers.Short(epoch.LearningRate), Numbers.Seconds(epoch.Duration),
            }.Select(cell => $"[{style}]{Markup.Escape(cell)}[/]")]);
        }
        return table;
    }

    private static Table Layers(IReadOnlyList<LayerTelemetry> layers)
    {
        var table = new Table { Border = TableBorder.Simple };
        table.AddColumn("layer");
        foreach (string header in new[] { "signal", "gradient", "dead", "saturated", "update" })
            table.AddColumn(header, column => column.RightAligned());
        table.AddColumn("");
        foreach (LayerHealth health in LayerHealth.Of(layers))
        {
            table.AddRow(
                Markup.Escape(health.Layer.Layer), Numbers.Short(health.Layer.ActivationRms), Numbers.Short(health.Gradient), Numbers.Percent(health.Layer.DeadShare),
                Numbers.Percent(health.Layer.SaturatedShare), Numbers.Short(health.Layer.UpdateRatio), health.Trouble is { } trouble ? $"[red]{Markup.Escape(trouble)}[/]" : "[green]healthy[/]");
        }
        return table;
    }

    /// <summary>What is left takes as long as what is done took. Epochs without end, which early stopping ends, would be more than a time span holds.</summary>
    private string Left(double done)
    {
        double days = clock.Elapsed.TotalDays * ((1 - done) / done);
        if (days > MostDays)
            return $"more than {MostDays} d";
        TimeSpan left = TimeSpan.FromDays(days);
        return left.ToString(left.TotalDays >= 1 ? @"d\d\ hh\:mm" : left.TotalHours >= 1 ? @"h\:mm\:ss" : @"m\:ss", CultureInfo.InvariantCulture);
    }

    private static string Number(double value) => double.IsFinite(value) ? value.ToString("F4", CultureInfo.InvariantCulture) : Numbers.Short(value);
}
