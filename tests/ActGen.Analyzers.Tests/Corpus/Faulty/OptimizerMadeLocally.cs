// Title: Optimizer made in the training function
// Source: "Adam/Adagrad gives different derivatives when initializing globaly and localy", github.com/tensorflow/tensorflow/issues/29675
// About: Different losses: the state of Adagrad is lost at every call
// Expected: ACT4005
[Network(1)]
[Dense(1)]
[MSELoss]
public sealed partial class OptimizerMadeLocally
{
    public static float Train(OptimizerMadeLocally network, float[][] inputs, float[][] outputs)
    {
        float loss = 0;
        foreach ((float[] x, float[] y) in inputs.Zip(outputs))
        {
            var trainer = network.CreateTrainer(new Adagrad(0.1), 1);
            loss = trainer.Step(x, y);
        }
        return loss;
    }
}
