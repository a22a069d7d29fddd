// Title: Learning rate of 10
// Source: "Loss not decreasing: learning rate", theneuralbase.com/keras/learn/beginner/loss-not-decreasing-learning-rate
// About: "If learning_rate=10 and gradient=0.5, you move by 5"
// Expected: ACT4007
[Network(8)]
[Dense(16), ReLU]
[Dense(1)]
[MSELoss]
public sealed partial class LearningRateOfTen
{
    public static void Train(LearningRateOfTen network, Dataset train, Dataset validation) =>
        network.Fit(train, validation, new FitOptions { Optimizer = new SGD(10) });
}
