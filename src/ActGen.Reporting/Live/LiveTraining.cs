using System.Diagnostics;
using Spectre.Console;
using Spectre.Console.Rendering;

namespace ActGen.Reporting;

/// <summary>Training with a view of it in the console: loss, accuracy, time left, and how each layer of a network with <c>Telemetry = true</c> is doing.</summary>
public static class LiveTraining
{
    extension<TNet>(TNet network)
        where TNet : INetworkCore<TNet>
    {
        /// <summary><c>Fit</c> with a live view, redrawn some times a second; where output goes to a file, one line for each epoch.</summary>
        /// <param name="train">Rows to learn from.</param>
        /// <param name="validation">Rows on which each epoch is judged, or null.</param>
        /// <param name="options">Epochs, batch size, optimizer and so on; null takes the defaults.</param>
        /// <param name="title">Stands above the view; null: the network's name.</param>
        /// <param name="console">Where to draw; null: the process's console.</param>
        /// <param name="cancellationToken">Stops training between two steps.</param>
        /// <returns>Losses and accuracies of the epochs.</returns>
        /// <exception cref="ArgumentException">A data set does not fit the network or its loss; nothing was changed.</exception>
        /// <exception cref="InvalidOperationException">The network declares no loss.</exception>
        /// <exception cref="OperationCanceledException">Training was cancelled.</exception>
        public TrainingHistory FitLive(Dataset train, Dataset? validation = null, FitOptions? options = null, string? title = null, IAnsiConsole? console = null, CancellationToken cancellationToken = default) =>
            Run(progress => network.Fit(train, validation, options, progress, cancellationToken), title ?? NetworkExtensions.get_Summary<TNet>().Name, console);
    }

    /// <summary>A live view around any call that reports epochs.</summary>
    /// <typeparam name="TResult">What the call returns.</typeparam>
    /// <param name="fit">The call; it passes what it is given to <c>Fit</c>.</param>
    /// <param name="title">Stands above the view.</param>
    /// <param name="console">Where to draw; null: the process's console.</param>
    public static TResult Run<TResult>(Func<IProgress<FitProgress>, TResult> fit, string title, IAnsiConsole? console = null)
    {
        ArgumentNullException.ThrowIfNull(fit);
        ArgumentNullException.ThrowIfNull(title);
        console ??= AnsiConsole.Console;
        var view = new LiveView(title, Stopwatch.StartNew());
        // A view that is drawn again and again needs a terminal that can move its cursor.
        if (!console.Profile.Capabilities.Ansi || !console.Profile.Capabilities.Interactive)
            return fit(new LineReporter(view, console.Profile.Out.Writer));
        return console.Live(view.Waiting()).Start(context => fit(new ViewReporter(view, context)));
    }

    /// <summary>Writes at once, on the thread that trains; <see cref="Progress{T}"/> would post to another.</summary>
    private sealed class LineReporter(LiveView view, TextWriter writer) : IProgress<FitProgress>
    {
        public void Report(FitProgress value) => writer.WriteLine(view.Line(value));
    }

    /// <summary>Draws after each epoch, and within epochs when what stands there is old.</summary>
    private sealed class ViewReporter(LiveView view, LiveDisplayContext context) : IProgress<FitProgress>, IProgress<StepProgress>
    {
        /// <summary>Drawing takes milliseconds, and nobody reads faster.</summary>
        private static readonly TimeSpan _interval = TimeSpan.FromMilliseconds(200);

        private long _drawn;

        public void Report(FitProgress value) => Draw(view.Of(value));

        public void Report(StepProgress value)
        {
            if (Stopwatch.GetElapsedTime(_drawn) >= _interval)
                Draw(view.Of(value));
        }

        private void Draw(IRenderable target)
        {
            context.UpdateTarget(target);
            context.Refresh();
            _drawn = Stopwatch.GetTimestamp();
        }
    }
}
