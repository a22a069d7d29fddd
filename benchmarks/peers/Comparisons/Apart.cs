namespace ActGen.Peers.Comparisons;

/// <summary>Work that two threads do at the same time, each on data of its own: what the machine gives to two threads, whatever they have in common.</summary>
internal static class Apart
{
    /// <summary>Both together do the work the given number of times.</summary>
    /// <param name="first">What the caller's thread does, so many times.</param>
    /// <param name="second">What the other thread does.</param>
    public static Action<int> Of(Action<int> first, Action<int> second)
    {
        int all = 0;
        WorkerPool pool = new(2, worker => (worker == 0 ? first : second)(worker == 0 ? all - (all / 2) : all / 2));
        return times =>
        {
            all = times;
            pool.Run();
        };
    }
}
