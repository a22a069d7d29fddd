using System.Globalization;
using ActGen.Runtime.Tests.Optimizers;

namespace ActGen.Runtime.Tests.Training;

public class ScheduleTests
{
    [Fact]
    public void Step_schedule_equals_PyTorch() => Check("step", new StepSchedule(3, 0.5), stepsPerEpoch: 1, baseRate: 0.1);

    [Fact]
    public void Cosine_schedule_equals_PyTorch() => Check("cosine", new CosineSchedule { MinimumRate = 0.001 }, stepsPerEpoch: 1, baseRate: 0.1);

    [Fact]
    public void One_cycle_equals_PyTorch() => Check("oneCycle", new OneCycleSchedule(), stepsPerEpoch: 7, baseRate: 0.1);

    [Fact]
    public void Further_schedules_equal_PyTorch()
    {
        Check("multiStep", new MultiStepSchedule([2, 5, 5, 11], 0.5), stepsPerEpoch: 1, baseRate: 0.1);
        Check("linear", new LinearSchedule(), stepsPerEpoch: 1, baseRate: 0.1);
        Check("exponential", new ExponentialSchedule(0.9), stepsPerEpoch: 1, baseRate: 0.1);
        Check("polynomial", new PolynomialSchedule(2.5), stepsPerEpoch: 1, baseRate: 0.1);
        Check("restarts", new CosineRestartsSchedule(3) { MinimumRate = 0.001 }, stepsPerEpoch: 1, baseRate: 0.1);
        Check("restartsGrowing", new CosineRestartsSchedule(3, 2), stepsPerEpoch: 1, baseRate: 0.1);
        Check("cyclic", new CyclicSchedule(0.01, 4) { StepsDown = 3 }, stepsPerEpoch: 1, baseRate: 0.1);
        Check("cyclicHalving", new CyclicSchedule(0.01, 3) { CycleFactor = 0.5 }, stepsPerEpoch: 1, baseRate: 0.1);
        Check("constant", new ConstantSchedule(5), stepsPerEpoch: 1, baseRate: 0.1);
        Check("constantHalf", new ConstantSchedule(2, 0.5), stepsPerEpoch: 1, baseRate: 0.1);
        Check("chained", new ChainedSchedule([new ConstantSchedule(2, 0.1), new ExponentialSchedule(0.9)]), stepsPerEpoch: 1, baseRate: 0.1);
        Check("lambda", new LambdaSchedule(position => 1.0 / (1 + position.Epoch)), stepsPerEpoch: 1, baseRate: 0.1);
        Check("sequential", new SequentialSchedule([new LinearSchedule(4), new ExponentialSchedule(0.8)], [4]), stepsPerEpoch: 1, baseRate: 0.1);
    }

    [Fact]
    public void Plateaus_equal_PyTorch()
    {
        Check("plateau", new PlateauSchedule(2), stepsPerEpoch: 1, baseRate: 0.1);
        Check("plateauDefault", new PlateauSchedule(), stepsPerEpoch: 1, baseRate: 0.1);
        Check("plateauCooldown", new PlateauSchedule(1, 0.5) { Cooldown = 3, MinimumRate = 0.01 }, stepsPerEpoch: 1, baseRate: 0.1);
        Check("plateauAbsolute", new PlateauSchedule(2, 0.2) { Threshold = 0.2, IsThresholdAbsolute = true }, stepsPerEpoch: 1, baseRate: 0.1);
        Check("plateauSmall", new PlateauSchedule(0) { LeastDrop = 1e-3 }, stepsPerEpoch: 1, baseRate: 0.1);
    }

    [Fact]
    public void A_plateau_within_a_sequence_counts_its_own_epochs()
    {
        var schedule = new SequentialSchedule([new ConstantSchedule(), new PlateauSchedule(0, 0.5)], [2]);
        double[] losses = [3, 3, 3, 2, 2];
        // The third loss is the first that the plateau sees; NaN is no improvement.
        Assert.Equal([1, 1, 1, 1, 1, 0.5], Enumerable.Range(0, 6).Select(epoch => schedule.At(1, new TrainingPosition(epoch * 3, 18, 3) { EpochLosses = losses.AsMemory(0, epoch) })));
        Assert.Equal(0.5, new PlateauSchedule(0, 0.5).At(1, new TrainingPosition(1, 2, 1) { EpochLosses = (double[])[double.NaN] }));
    }

    [Fact]
    public void Polynomials_end_at_their_minimum()
    {
        // Keras: (initial − end)·(1 − step/steps)^power + end.
        var schedule = new PolynomialSchedule(2) { MinimumRate = 0.1 };
        Assert.Equal([1, 0.1 + (0.9 * 0.25), 0.1], new[] { 0, 5, 10 }.Select(step => Math.Round(schedule.At(1, new TrainingPosition(step, 10, 1)), 12)));
    }

    [Fact]
    public void Warm_up_and_inverse_schedules_by_their_equations()
    {
        var warmUp = new WarmUpSchedule(4, new ExponentialSchedule(0.5));
        Assert.Equal([0.25, 0.5, 0.75, 1, 1, 0.5], Enumerable.Range(0, 6).Select(step => warmUp.At(1, new TrainingPosition(step, 6, 1))));
        var root = new InverseRootSchedule(4);
        Assert.Equal([0.25, 0.5, 0.75, 1, Math.Sqrt(0.8), 0.5], new[] { 0, 1, 2, 3, 4, 15 }.Select(step => root.At(1, new TrainingPosition(step, 20, 1))));
        Assert.Equal(1 / (1 + (0.5 * 3 / 2)), new InverseTimeSchedule(0.5).At(1, new TrainingPosition(3, 10, 2)), 1e-15);
        // Two epochs of the first, then the second from its own beginning.
        var sequence = new SequentialSchedule([new ExponentialSchedule(0.1), new PolynomialSchedule()], [2]);
        Assert.Equal([1, 1, 0.1, 0.1, 1, 0.75, 0.5, 0.25], Enumerable.Range(0, 8).Select(step => Math.Round(sequence.At(1, new TrainingPosition(step, 8, 2)), 12)));
        Assert.Throws<ArgumentException>("Milestones", () => new SequentialSchedule([new ConstantSchedule()], [2]));
        Assert.Throws<ArgumentOutOfRangeException>("Milestones", () => new MultiStepSchedule([3, 0]));
        Assert.Throws<ArgumentOutOfRangeException>("Patience", () => new PlateauSchedule(-1));
        Assert.Throws<ArgumentOutOfRangeException>("Factor", () => new PlateauSchedule(1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("Epochs", () => new ConstantSchedule(-1));
        Assert.Throws<ArgumentNullException>("Schedules[1]", () => new ChainedSchedule([new ConstantSchedule(), null!]));
        Assert.Throws<ArgumentNullException>("Factor", () => new LambdaSchedule(null!));
        Assert.Throws<ArgumentNullException>("Then", () => new WarmUpSchedule(1, null!));
        Assert.Throws<ArgumentOutOfRangeException>("StepsDown", () => new CyclicSchedule(0.1) { StepsDown = 0 });
    }

    [Fact]
    public void One_cycle_without_a_rise_has_begun_to_fall_at_its_first_step()
    {
        // PyTorch's phases end at pct_start·total − 1 = −1 and total − 1 = 3.
        double end = 1 / 25.0 / 1e4;
        for (int step = 0; step < 4; step++)
            Assert.Equal(end + ((1 - end) * 0.5 * (1 + Math.Cos(Math.PI * (step + 1) / 4))), new OneCycleSchedule { RisingShare = 0 }.At(1, new TrainingPosition(step, 4, 4)), 1e-12);
    }

    [Fact]
    public void Constant_and_epochs()
    {
        Assert.Equal(0.3, new ConstantSchedule().At(0.3, new TrainingPosition(5, 10, 2)));
        var schedule = new StepSchedule(2);
        Assert.Equal(1, schedule.At(1, new TrainingPosition(19, 100, 10)));
        Assert.Equal(0.1, schedule.At(1, new TrainingPosition(20, 100, 10)));
    }

    [Fact]
    public void Warm_up_rises_linearly_to_the_rate_then_the_cosine_falls_to_the_minimum()
    {
        var schedule = new CosineSchedule { WarmUp = 0.1 };
        double[] rates = [.. Enumerable.Range(0, 101).Select(step => schedule.At(2, new TrainingPosition(step, 100, 10)))];
        for (int step = 0; step < 10; step++)
            Assert.Equal(2 * (step + 1) / 10.0, rates[step], 1e-15);
        Assert.Equal(2, rates[10]);
        Assert.All(Enumerable.Range(11, 90), step => Assert.True(rates[step] < rates[step - 1]));
        Assert.Equal(0, rates[100], 1e-15);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(3)]
    public void Short_trainings_have_finite_rates(int total)
    {
        LearningRateSchedule[] schedules = [new CosineSchedule { WarmUp = 0.5 }, new OneCycleSchedule(), new OneCycleSchedule { RisingShare = 0 }, new StepSchedule(1)];
        foreach (LearningRateSchedule schedule in schedules)
        {
            for (int step = 0; step <= total; step++)
                Assert.InRange(schedule.At(1, new TrainingPosition(step, total, 1)), 0, 1);
        }
    }

    [Fact]
    public void Cosine_is_accurate_and_exact_at_its_corners()
    {
        for (int i = 0; i <= 1000; i++)
            Assert.Equal(Math.Cos(Math.PI * i / 1000.0), CosinePi.Of(i / 1000.0), 1e-15);
        Assert.Equal(1, CosinePi.Of(0));
        Assert.Equal(0, CosinePi.Of(0.5));
        Assert.Equal(-1, CosinePi.Of(1));
    }

    [Fact]
    public void Schedules_are_values_that_do_not_follow_the_callers_list()
    {
        List<int> milestones = [2, 5];
        MultiStepSchedule multiStep = new(milestones);
        milestones[0] = 0;
        Assert.Equal(new MultiStepSchedule([2, 5]), multiStep);
        Assert.Equal(new MultiStepSchedule([2, 5]).GetHashCode(), multiStep.GetHashCode());
        Assert.NotEqual(new MultiStepSchedule([2, 6]), multiStep);
        Assert.Contains("[2, 5]", multiStep.ToString());
        LearningRateSchedule[] schedules = [new ConstantSchedule(), new LinearSchedule()];
        SequentialSchedule sequential = new(schedules, [3]);
        ChainedSchedule chained = new(schedules);
        schedules[0] = null!;
        Assert.Equal(new SequentialSchedule([new ConstantSchedule(), new LinearSchedule()], [3]), sequential);
        Assert.Equal(new ChainedSchedule([new ConstantSchedule(), new LinearSchedule()]), chained);
    }

    [Fact]
    public void What_is_missing_is_named()
    {
        Assert.Throws<ArgumentNullException>("Milestones", () => new MultiStepSchedule(null!));
        Assert.Throws<ArgumentNullException>("Schedules", () => new SequentialSchedule(null!, [1]));
        Assert.Throws<ArgumentNullException>("Milestones", () => new SequentialSchedule([new ConstantSchedule()], null!));
        Assert.Throws<ArgumentNullException>("Schedules[0]", () => new SequentialSchedule([null!], []));
        Assert.Throws<ArgumentNullException>("Then", () => new WarmUpSchedule(3, new ConstantSchedule()) with { Then = null! });
    }

    [Fact]
    public void Every_position_has_an_epoch_and_a_rate()
    {
        Assert.Equal((0, 1, 1), (default(TrainingPosition).Epoch, default(TrainingPosition).TotalSteps, default(TrainingPosition).StepsPerEpoch));
        Assert.Equal(1, new CosineSchedule().At(1, default));
        Assert.Throws<ArgumentOutOfRangeException>("Step", () => new TrainingPosition(-1, 1, 1));
        Assert.Throws<ArgumentOutOfRangeException>("TotalSteps", () => new TrainingPosition(0, 0, 1));
        Assert.Throws<ArgumentOutOfRangeException>("StepsPerEpoch", () => new TrainingPosition(0, 1, 1) with { StepsPerEpoch = 0 });
    }

    [Fact]
    public void Settings_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Epochs", () => new StepSchedule(0));
        Assert.Throws<ArgumentOutOfRangeException>("WarmUp", () => new CosineSchedule { WarmUp = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("StartDivisor", () => new OneCycleSchedule { StartDivisor = 0 });
    }

    [Fact]
    public void Messages_write_numbers_in_the_same_way_in_every_culture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        try
        {
            // A culture of its own rather than a named one: a machine without ICU has no other.
            var culture = (CultureInfo)CultureInfo.InvariantCulture.Clone();
            culture.NumberFormat.NumberDecimalSeparator = ",";
            CultureInfo.CurrentCulture = culture;
            Assert.Contains("StartDivisor is -0.5;", Assert.Throws<ArgumentOutOfRangeException>("StartDivisor", () => new OneCycleSchedule { StartDivisor = -0.5 }).Message);
            Assert.Contains("they are 0.9 and 0.1", Assert.Throws<ArgumentException>("Nesterov", () => new SGD { Nesterov = true, Momentum = 0.9, Dampening = 0.1 }.CreateRule(Layouts.Vector(1))).Message);
            Assert.Contains("is -0.5,", Assert.Throws<ArgumentException>("deviations", () => new Normalization([1], [-0.5f])).Message);
            Dataset data = Dataset.FromArrays([1, 2], [0, 1]);
            Assert.Contains("The fraction is 1.5;", Assert.Throws<ArgumentOutOfRangeException>("fraction", () => data.Split(1.5)).Message);
            Assert.Contains("A fraction of 0.1 ", Assert.Throws<InvalidOperationException>(() => data.Split(0.1)).Message);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    private static void Check(string name, LearningRateSchedule schedule, int stepsPerEpoch, double baseRate)
    {
        double[] expected = Numbers(name), losses = Numbers("losses");
        for (int step = 0; step < expected.Length; step++)
        {
            double rate = schedule.At(baseRate, new TrainingPosition(step, expected.Length, stepsPerEpoch) { EpochLosses = losses.AsMemory(0, Math.Min(step, losses.Length)) });
            Assert.True(Math.Abs(rate - expected[step]) <= 1e-12, $"{name} step {step}: {rate}, PyTorch {expected[step]}");
        }
    }

    private static double[] Numbers(string name) => [.. GoldenFile.Read("schedules.json").GetProperty(name).EnumerateArray().Select(item => item.GetDouble())];
}
