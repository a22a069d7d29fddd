using ActGen;

namespace Mistakes.ACT4004;

/// <summary>Where the sigmoid has rounded to 0 its logarithm is minus infinity.</summary>
public static class Wrong
{
    /// <summary>The loss of a pair in the wrong order.</summary>
    public static float PairLoss(float better, float worse) => -Functions.Log(Functions.Sigmoid(better - worse));
}

/// <summary>One function, right to the last digits.</summary>
public static class Right
{
    /// <summary>The loss of a pair in the wrong order.</summary>
    public static float PairLoss(float better, float worse) => -Functions.LogSigmoid(better - worse);
}
