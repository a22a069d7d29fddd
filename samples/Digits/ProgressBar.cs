using ActGen;

namespace Digits;

/// <summary>One console line that fills up while the network trains; a line per tenth of the way where output goes to a file.</summary>
internal sealed class ProgressBar : IProgress<FitProgress>
{
    private const int Width = 30;
    private int _tenth;

    public void Report(FitProgress value)
    {
        double done = (double)value.Epoch / value.Epochs;
        int filled = (int)(done * Width);
        string bar = new string('█', filled) + new string('░', Width - filled);
        string line = $"epoch {value.Epoch,3}/{value.Epochs}  {bar}  loss {value.TrainingLoss:F4}  validation accuracy {value.ValidationAccuracy:P1}";
        if (!Console.IsOutputRedirected)
            Console.Write('\r' + line);
        else if ((int)(done * 10) > _tenth)
            Console.WriteLine(line);
        _tenth = (int)(done * 10);
    }
}
