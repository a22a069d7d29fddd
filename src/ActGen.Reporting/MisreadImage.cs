namespace ActGen.Reporting;

/// <summary>An image that a network took for something else.</summary>
/// <param name="Picture">The image.</param>
/// <param name="Actual">What it is.</param>
/// <param name="Predicted">What the network took it for.</param>
/// <param name="Probability">How sure the network was, 0 to 1.</param>
public sealed record MisreadImage(Picture Picture, string Actual, string Predicted, double Probability);
