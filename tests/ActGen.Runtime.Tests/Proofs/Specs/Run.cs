namespace ActGen.Runtime.Tests.Proofs.Specs;

/// <summary>Whether a pass is training, and the random numbers that it then uses.</summary>
/// <param name="Training">Dropout acts only in training.</param>
/// <param name="Seed">Seed of the network's random streams.</param>
/// <param name="Step">Training steps before this one.</param>
internal readonly record struct Run(bool Training, long Seed = 0, long Step = 0);
