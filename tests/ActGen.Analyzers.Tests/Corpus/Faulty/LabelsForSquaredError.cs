// Title: Class labels for a squared error
// Source: "CH2 LongTensor/FloatTensor 問題", github.com/chenyuntc/pytorch-book/issues/83
// About: MSELoss with integers from arange(0, 10)
// Expected: ACT4009
[Network(10)]
[Dense(1)]
[MSELoss]
public sealed partial class LabelsForSquaredError
{
    public static float Step(LabelsForSquaredError network, float[] inputs, int[] labels)
    {
        using var trainer = network.CreateTrainer(new Adam(), batchSize: 10);
        return trainer.Step(inputs, labels);
    }
}
