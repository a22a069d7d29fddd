namespace ActGen;

/// <summary>How far <c>Fit</c> is within an epoch: reported after each step to a progress that is an <see cref="IProgress{T}"/> of this type too.</summary>
/// <param name="Epochs">Epochs asked for.</param>
/// <param name="Epoch">The epoch that runs, from 1.</param>
/// <param name="Steps">Steps of an epoch.</param>
/// <param name="Step">Steps of this epoch that are done.</param>
/// <param name="TrainingLoss">Mean loss of its rows so far.</param>
/// <param name="TrainingAccuracy">Share of right decisions on them; null for a regression or soft targets.</param>
public readonly record struct StepProgress(int Epochs, int Epoch, int Steps, int Step, double TrainingLoss, double? TrainingAccuracy)
{
    /// <summary>Share of the whole training that is done, 0 to 1; validation counts nothing.</summary>
    public double Done => (Epoch - 1 + ((double)Step / Steps)) / Epochs;
}
