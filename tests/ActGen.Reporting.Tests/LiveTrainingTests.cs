using System.Diagnostics;
using Spectre.Console;

namespace ActGen.Reporting.Tests;

/// <summary>What the console shows while a network trains.</summary>
public sealed class LiveTrainingTests
{
    [Fact]
    public void A_file_gets_a_line_for_each_epoch()
    {
        (IAnsiConsole console, StringWriter text) = Console(isTerminal: false);
        TrainingHistory history = new Observed(seed: 1).FitLive(Trained.Images, Trained.Images, new FitOptions { Epochs = 3 }, "a [title]", console);
        string[] lines = text.ToString().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(3, lines.Length);
        Assert.StartsWith("a [title]: epoch 1/3, loss ", lines[0]);
        Assert.Contains("validation accuracy", lines[1]);
        Assert.Contains("0:00 left", lines[2]);
        Assert.Equal(3, history.Epochs.Count);
    }

    [Fact]
    public void A_terminal_gets_a_bar_the_epochs_and_the_layers()
    {
        (IAnsiConsole console, StringWriter text) = Console(isTerminal: true);
        new Observed(seed: 1).FitLive(Trained.Images, Trained.Images, new FitOptions { Epochs = 2 }, console: console);
        Assert.Contains("Observed", text.ToString());
        Assert.Contains("epoch 2/2", text.ToString());
        Assert.Contains("Dense 9 + ReLU", text.ToString());
        Assert.Contains("validation loss", text.ToString());
    }

    [Fact]
    public void Within_an_epoch_the_view_goes_on_and_keeps_what_is_known()
    {
        var view = new LiveView("Net", new Stopwatch());
        (IAnsiConsole console, StringWriter text) = Console(isTerminal: false);
        console.Write(view.Of(new StepProgress(Epochs: 2, Epoch: 1, Steps: 10, Step: 5, TrainingLoss: 0.5, TrainingAccuracy: null)));
        Assert.Contains("███████░", text.ToString());
        Assert.DoesNotContain("████████", text.ToString());
        Assert.Contains("epoch 1/2, step 5/10, loss 0.5000, 0:00 left", text.ToString());
        view.Of(new FitProgress(2, new EpochResult(1, 0.4, 0.9, null, null, 0.01, TimeSpan.FromSeconds(1)) { Layers = [new("Dense 9", 0, 1, 0, 0.01)] }));
        text.GetStringBuilder().Clear();
        console.Write(view.Of(new StepProgress(2, 2, 10, 1, 0.25, 0.5)));
        Assert.Contains("epoch 2/2, step 1/10, loss 0.2500, accuracy 50.0\u00A0%", text.ToString());
        Assert.Contains("0.4000", text.ToString());
        Assert.Contains("Dense 9", text.ToString());
    }

    [Fact]
    public void Epochs_without_end_have_no_time_left_that_could_be_told()
    {
        (IAnsiConsole console, StringWriter text) = Console(isTerminal: false);
        console.Write(new LiveView("Net", Stopwatch.StartNew()).Of(new StepProgress(int.MaxValue, 1, int.MaxValue, 1, 0.5, null)));
        Assert.Contains("more than 999 d left", text.ToString());
    }

    [Fact]
    public void Training_learns_the_same_under_a_view()
    {
        (IAnsiConsole console, _) = Console(isTerminal: true);
        (_, TrainingHistory expected) = Trained.Classifier();
        TrainingHistory live = new Observed(seed: 1).FitLive(Trained.Images, Trained.Images, new FitOptions { Epochs = 4, Optimizer = new Adam(0.01) }, console: console);
        Assert.Equal(expected.Epochs.Select(epoch => epoch.ValidationLoss), live.Epochs.Select(epoch => epoch.ValidationLoss));
    }

    [Theory]
    [InlineData(null, 0.1, 0.0, 0.0, 1e-3)]
    [InlineData("units are dead", 0.1, 0.6, 0.0, 1e-3)]
    [InlineData("gradient vanishes", 1e-4, 0.0, 0.0, 1e-3)]
    [InlineData("gradient explodes", 1e4, 0.0, 0.0, 1e-3)]
    [InlineData("saturated", 0.1, 0.0, 0.6, 1e-3)]
    [InlineData("hardly learns", 0.1, 0.0, 0.0, 1e-6)]
    [InlineData("learns too fast", 0.1, 0.0, 0.0, 0.5)]
    public void The_worst_of_a_layer_is_said(string? trouble, double gradient, double dead, double saturated, double update)
    {
        LayerTelemetry[] layers =
        [
            new("first", 0, 1, 0, 0.01 * gradient) { DeadShare = dead, SaturatedShare = saturated, UpdateRatio = update },
            new("last", 0, 1, 0, 0.01),
        ];
        Assert.Equal([trouble, null], LayerHealth.Of(layers).Select(health => health.Trouble));
    }

    [Fact]
    public void What_is_not_finite_is_said_first() =>
        Assert.Equal("not finite", LayerHealth.Of([new("a", double.NaN, double.NaN, 0, 1) { DeadShare = 1 }])[0].Trouble);

    private static (IAnsiConsole Console, StringWriter Text) Console(bool isTerminal)
    {
        var text = new StringWriter();
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Out = new AnsiConsoleOutput(text),
            Ansi = isTerminal ? AnsiSupport.Yes : AnsiSupport.No,
            Interactive = isTerminal ? InteractionSupport.Yes : InteractionSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
        });
        console.Profile.Width = 140;
        return (console, text);
    }
}
