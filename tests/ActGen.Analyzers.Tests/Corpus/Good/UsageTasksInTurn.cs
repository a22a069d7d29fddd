// Title: Tasks in turn
// Source: van de Ven & Tolias 2019, Three scenarios for continual learning
// About: One pass over the rows of each task, then the next one
// Expected: none
[Network(784)]
[Dense(400), ReLU]
[Dense(400), ReLU]
[Dense(2)]
[CrossEntropyLoss]
public sealed partial class UsageTasksInTurn
{
    public static void Learn(UsageTasksInTurn network, Dataset[] tasks)
    {
        foreach (Dataset task in tasks)
            network.Fit(task, options: new FitOptions { Epochs = 1, Optimizer = new Adam(0.0001) });
    }
}
