using System.Text.Json;
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
    public void Settings_are_checked()
    {
        Assert.Throws<ArgumentOutOfRangeException>("Epochs", () => new StepSchedule(0));
        Assert.Throws<ArgumentOutOfRangeException>("WarmUp", () => new CosineSchedule { WarmUp = 1 });
        Assert.Throws<ArgumentOutOfRangeException>("StartDivisor", () => new OneCycleSchedule { StartDivisor = 0 });
    }

    private static void Check(string name, LearningRateSchedule schedule, int stepsPerEpoch, double baseRate)
    {
        double[] expected = [.. GoldenFile.Read("schedules.json").GetProperty(name).EnumerateArray().Select(item => item.GetDouble())];
        for (int step = 0; step < expected.Length; step++)
        {
            double rate = schedule.At(baseRate, new TrainingPosition(step, expected.Length, stepsPerEpoch));
            Assert.True(Math.Abs(rate - expected[step]) <= 1e-12, $"{name} step {step}: {rate}, PyTorch {expected[step]}");
        }
    }
}
