using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Generator.Planning;

/// <summary>A pool directly behind a convolution becomes part of it, so that what lies between is never stored: of a small image most of what a network holds, and most of what a step moves.</summary>
internal static class PoolFusion
{
    /// <summary>Values that one line of windows may span: a few lines of them stay in the first-level cache.</summary>
    private const long MostElements = 8192;

    /// <summary>Weights, 2 MB of float: a convolution of more reads them once for all images, or at least for an image; with its pool it would read them for each few lines.</summary>
    private const long MostWeights = 512 * 1024;

    /// <summary>Filters in training: with more, 256 positions of the gradient, which are put together at a time, leave the near caches, and what a pool takes beside its convolution is small.</summary>
    private const int MostFilters = 64;

    /// <summary>The steps of inference.</summary>
    public static IEnumerable<Stage> AtInference(IReadOnlyList<Stage> stages) => Fused(stages, Fits);

    /// <summary>The steps of training: backward must find dz from the pooled values alone, which are values of the convolution where the pool takes the largest.</summary>
    public static IEnumerable<Stage> InTraining(IReadOnlyList<Stage> stages) => Fused(stages, (convolution, pool) =>
        pool.IsMaximum && convolution.Keeps is Operand.None or Operand.Output && !convolution.HasLearnedActivation && convolution.Layer.Output.Features <= MostFilters && Fits(convolution, pool));

    private static IEnumerable<Stage> Fused(IReadOnlyList<Stage> stages, Func<Stage, PlannedPool, bool> fits)
    {
        for (int i = 0; i < stages.Count; i++)
        {
            if (stages[i].Layer is PlannedConvolution && i + 1 < stages.Count && stages[i + 1].Layer is PlannedPool pool && fits(stages[i], pool))
            {
                yield return stages[i] with { Pool = pool };
                i++;
            }
            else
            {
                yield return stages[i];
            }
        }
    }

    /// <summary>Windows of the convolution's own image that share no cell and have no padding.</summary>
    private static bool Fits(Stage stage, PlannedPool pool)
    {
        var convolution = (PlannedConvolution)stage.Layer;
        (WindowAxis vertical, WindowAxis horizontal) = (pool.Window.Vertical, pool.Window.Horizontal);
        return pool.Image == (convolution.Rows.Output, convolution.Columns.Output) && IsDisjoint(vertical) && IsDisjoint(horizontal)
            && (long)vertical.Size * convolution.Columns.Output * convolution.Output.Features <= MostElements && convolution.Weights.Length <= MostWeights;

        static bool IsDisjoint(WindowAxis axis) => axis.Padding == 0 && axis.Stride >= axis.Size;
    }
}
