namespace ActGen.CompilerServices;

/// <summary>y = f((x·W + b) + 0) by workers of which each makes the steps of its own rows of W, those that it updates: it continues chains that the worker before it began, and hands them on.
/// Meanwhile that one is at the next columns.</summary>
/// <remarks>In training weights change with every step. Here none ever leaves the cache of the worker that changes it; x is only read, and what travels is the unfinished chains. The orders of summation are those of one worker.</remarks>
internal static class DenseRelay<T, TActivation>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
    where TActivation : IActivation
{
    // A tile's columns. The last worker waits for as many pieces as there are workers before it, the first one at the end.
    private const int PieceWidth = 32, PiecesPerWorker = 2;

    // Weights that stay in the workers' second-level caches from step to step, with their gradients and what an optimizer keeps. More come from behind those caches whoever changed them.
    private const int NearBytes = 512 * 1024;

    // What travels is the chains of all rows instead of half of the weights, of as many inputs, and the workers meet at every piece.
    private const int LeastInputsPerRow = 8;

    /// <summary>Whether it is faster than workers that take outputs.</summary>
    /// <param name="work">Rows and workers.</param>
    /// <param name="inputs">Rows of W.</param>
    /// <param name="outputs">Columns of W.</param>
    public static bool Pays(Work work, int inputs, int outputs) =>
        work.Rows > 1
        && inputs >= (long)LeastInputsPerRow * work.Rows
        && outputs >= PieceWidth * PiecesPerWorker * work.Workers
        && (long)inputs * outputs * Unsafe.SizeOf<T>() <= NearBytes
        && DenseShare.IsForAll(work, inputs);

    /// <summary>This worker's steps of all outputs.</summary>
    /// <param name="work">Rows and share.</param>
    /// <param name="kernel">All rows.</param>
    public static void Run(Work work, ref DenseForwardKernel<T, TActivation> kernel)
    {
        kernel.Steps = DenseShare.OfFeatures(work, kernel.Inputs);
        // x was written by others.
        work.Synchronize();
        int pieces = kernel.Outputs / PieceWidth;
        for (int stage = 0; stage < pieces + work.Workers - 1; stage++)
        {
            int piece = stage - work.Worker;
            if (piece >= 0 && piece < pieces)
            {
                kernel.Own = (piece * PieceWidth, piece == pieces - 1 ? kernel.Outputs : (piece + 1) * PieceWidth);
                FittingWidth.Run<DenseForwardKernel<T, TActivation>, T>(ref kernel, kernel.Own.End - kernel.Own.Start);
            }
            // The next worker continues this piece; behind the last one, others read y.
            work.Synchronize();
        }
    }
}
