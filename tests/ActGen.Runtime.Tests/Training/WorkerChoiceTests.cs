namespace ActGen.Runtime.Tests.Training;

public class WorkerChoiceTests
{
    private const int Window = 512, ShortWindow = 64, Trials = 5;

    [Theory]
    [InlineData(100, 60, true)]
    [InlineData(100, 160, false)]
    public void The_faster_way_does_nearly_all_calls(int alone, int shared, bool expected)
    {
        var choice = new WorkerChoice();
        Calls(choice, alone, shared);
        Assert.InRange(Calls(choice, alone, shared).Count(shares => shares == expected), Window - 6, Window);
    }

    [Fact]
    public void A_first_comparison_is_repeated_soon()
    {
        var choice = new WorkerChoice();
        Calls(choice, alone: 100, shared: 60, Trials);
        // Fast in the comparison only.
        Calls(choice, alone: 100, shared: 160, ShortWindow - Trials);
        Assert.InRange(Calls(choice, alone: 100, shared: 60).Count(shares => shares), 0, 3);
    }

    [Fact]
    public void Another_load_of_the_machine_is_noticed()
    {
        var choice = new WorkerChoice();
        Calls(choice, alone: 100, shared: 60, ShortWindow + Window);
        Assert.InRange(Calls(choice, alone: 100, shared: 160).Count(shares => shares), 0, 6);
        Calls(choice, alone: 100, shared: 60);
        Assert.InRange(Calls(choice, alone: 100, shared: 60).Count(shares => shares), Window - 6, Window);
    }

    [Fact]
    public void A_call_that_threw_leaves_no_time_of_an_earlier_comparison()
    {
        var choice = new WorkerChoice();
        // Far below what the next comparison finds.
        Calls(choice, alone: 10, shared: 6, ShortWindow);
        // Whoever throws comes to no end of the call.
        choice.Begin(32);
        Assert.True(Calls(choice, alone: 100, shared: 60, Trials + 1)[^1]);
    }

    [Theory]
    [InlineData(100, 60, true)]
    [InlineData(100, 160, false)]
    public void One_comparison_in_which_the_faster_way_was_disturbed_changes_few_calls(int alone, int shared, bool usual)
    {
        const int Disturbed = 900;
        var choice = new WorkerChoice();
        Calls(choice, alone, shared, ShortWindow + Window);
        Calls(choice, usual ? alone : Disturbed, usual ? Disturbed : shared, Trials);
        Assert.All(Calls(choice, alone, shared, ShortWindow - Trials), shares => Assert.NotEqual(usual, shares));
        Assert.InRange(Calls(choice, alone, shared).Count(shares => shares == usual), Window - 6, Window);
    }

    [Fact]
    public void Shared_calls_that_wait_for_a_processor_now_and_then_are_counted_with_the_others()
    {
        const int Waits = 40;
        var choice = new WorkerChoice();
        int call = 0, shared = 0;
        for (; call < 40 * Window; call++)
        {
            bool shares = choice.Begin(32);
            choice.Record(!shares ? 100 : call % Waits == 0 ? 3000 : 60);
            shared += shares ? 1 : 0;
        }
        // 134 on average beside 100: a comparison nearly always shows 60, the window behind it does not.
        Assert.InRange(shared, 1, call / 10);
    }

    [Fact]
    public void Calls_of_another_size_are_not_compared()
    {
        var choice = new WorkerChoice();
        Assert.False(Call(choice, 32, ticks: 500));
        Assert.False(Call(choice, 32, ticks: 500));
        Assert.True(Call(choice, 32, ticks: 1000));
        Assert.True(Call(choice, 32, ticks: 1000));
        // Short because it is small, not because it is shared.
        Call(choice, 1, ticks: 1);
        Assert.True(Call(choice, 32, ticks: 1000));
        Assert.False(Call(choice, 32, ticks: 500));
    }

    [Fact]
    public void Waking_the_workers_does_not_count_against_them()
    {
        var choice = new WorkerChoice();
        Assert.False(Call(choice, 32, ticks: 100));
        Assert.False(Call(choice, 32, ticks: 100));
        Assert.True(Call(choice, 32, ticks: 900));
        Assert.True(Call(choice, 32, ticks: 160));
        Assert.True(Call(choice, 32, ticks: 60));
        Assert.True(Call(choice, 32, ticks: 60));
    }

    [Fact]
    public void A_first_shared_call_that_was_fast_does_not_count_for_them()
    {
        var choice = new WorkerChoice();
        Assert.False(Call(choice, 32, ticks: 100));
        Assert.False(Call(choice, 32, ticks: 100));
        Assert.True(Call(choice, 32, ticks: 60));
        Assert.True(Call(choice, 32, ticks: 160));
        Assert.True(Call(choice, 32, ticks: 160));
        Assert.False(Call(choice, 32, ticks: 100));
    }

    [Theory]
    [InlineData(1600, 1600, false)]
    [InlineData(1600, 1501, false)]
    [InlineData(1600, 1500, true)]
    public void Sharing_has_to_gain_a_sixteenth(int alone, int shared, bool shares)
    {
        var choice = new WorkerChoice();
        Calls(choice, alone, shared);
        Assert.Equal(shares, Calls(choice, alone, shared)[^1]);
    }

    [Fact]
    public void Other_work_is_compared_anew_after_a_first_call_of_another_size()
    {
        var choice = new WorkerChoice();
        Call(choice, 1, ticks: 1);
        Assert.InRange(Calls(choice, alone: 100, shared: 160).Count(shares => shares), 0, 8);
    }

    [Fact]
    public void A_last_batch_that_is_smaller_each_time_decides_nothing()
    {
        var choice = new WorkerChoice();
        Calls(choice, alone: 100, shared: 160);
        for (int epoch = 0; epoch < 10; epoch++)
        {
            Assert.InRange(Calls(choice, alone: 100, shared: 160, count: 40).Count(shares => shares), 0, 3);
            Assert.False(choice.Begin(7) && epoch > 0);
        }
    }

    [Fact]
    public void A_pool_that_may_runs_alone_at_times_and_shares_all_of_the_work_each_time()
    {
        WorkerPool? pool = null;
        var done = new int[100];
        var alone = 0;
        pool = new WorkerPool(3, worker =>
        {
            (int start, int end) = new ActGen.CompilerServices.Work(done.Length, worker, pool!.Active, pool.Barrier).Share(done.Length);
            for (int i = start; i < end; i++)
                done[i]++;
            if (pool.Active == 1)
                alone++;
        }, mayRunAlone: true);
        using (pool)
        {
            for (int run = 1; run <= 20; run++)
            {
                pool.Run(size: 32);
                Assert.All(done, count => Assert.Equal(run, count));
            }
        }
        Assert.InRange(alone, 2, 18);
    }

    private static List<bool> Calls(WorkerChoice choice, int alone, int shared, int count = Window)
    {
        List<bool> ways = [];
        for (int call = 0; call < count; call++)
        {
            bool shares = choice.Begin(32);
            ways.Add(shares);
            choice.Record(shares ? shared : alone);
        }
        return ways;
    }

    private static bool Call(WorkerChoice choice, int size, long ticks)
    {
        bool shares = choice.Begin(size);
        if (size == 32)
            choice.Record(ticks);
        return shares;
    }
}
