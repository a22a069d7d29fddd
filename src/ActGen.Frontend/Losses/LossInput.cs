namespace ActGen.Frontend.Losses;

/// <summary>What the outputs mean to a loss: what the layers before it should give, and what they must not have done already.</summary>
internal enum LossInput
{
    /// <summary>Any numbers, compared with numbers.</summary>
    Values,

    /// <summary>Any numbers, of which order or sign decides.</summary>
    Scores,

    /// <summary>Numbers from which the loss makes the probabilities of classes, by softmax.</summary>
    ClassLogits,

    /// <summary>Numbers from which the loss makes a probability each, by sigmoid.</summary>
    BinaryLogits,

    /// <summary>Numbers from 0 to 1.</summary>
    Probabilities,

    /// <summary>Logarithms of probabilities.</summary>
    LogProbabilities,

    /// <summary>Numbers from 0 on: rates, distances.</summary>
    NonNegative,

    /// <summary>Logarithms of positive numbers.</summary>
    LogRates,

    /// <summary>Means, then as many logarithms of variances.</summary>
    MeansAndLogVariances,
}
