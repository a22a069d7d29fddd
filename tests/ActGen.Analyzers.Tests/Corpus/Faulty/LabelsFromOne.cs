// Title: Labels count from 1
// Source: "THCudaCheck FAIL", github.com/AlfredXiangWu/LightCNN/issues/5
// About: "Firstly I used label from 1~10575": the last one is no class
// Expected: ACT4006
[Network(2)]
[Dense(8), ReLU]
[Dense(3)]
[CrossEntropyLoss]
public sealed partial class LabelsFromOne
{
    public static float Step(LabelsFromOne network)
    {
        using var trainer = network.CreateTrainer(new Adam(), batchSize: 3);
        float[] inputs = [0f, 1f, 1f, 0f, 1f, 1f];
        int[] labels = [1, 2, 3];
        return trainer.Step(inputs, labels);
    }
}
