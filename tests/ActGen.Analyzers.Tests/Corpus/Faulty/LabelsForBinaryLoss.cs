// Title: Integer labels for binary cross-entropy
// Source: "Found dtype Long but expected Float", github.com/pytorch/pytorch/issues/45373
// About: The discriminator of the DCGAN tutorial
// Expected: ACT4009
[Network(64)]
[Dense(32), LeakyReLU(0.2)]
[Dense(1)]
[BCEWithLogitsLoss]
public sealed partial class LabelsForBinaryLoss
{
    public static float Step(LabelsForBinaryLoss network, float[] inputs, int[] labels)
    {
        using var trainer = network.CreateTrainer(new Adam(0.0002), batchSize: 64);
        return trainer.Step(inputs, labels);
    }
}
