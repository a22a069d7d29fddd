using ActGen.Runtime.Tests.Networks;

namespace ActGen.Runtime.Tests.Guards;

/// <summary>What users call of a network stays within their spans and refuses lengths that do not fit before it writes.</summary>
public sealed class NetworkTests
{
    private const int Longest = 257;

    public static TheoryData<bool> Ends => [true, false];

    [LinuxTheory]
    [MemberData(nameof(Ends))]
    public void Predictions_and_decisions_at_every_length(bool atEnd)
    {
        var network = new LinearClassifier(seed: 2);
        using Predictor<LinearClassifier> predictor = network.CreatePredictor(new PredictorOptions { Workers = 2 });
        using GuardedPages inputs = new(Longest), outputs = new(Longest), labels = new(Longest);
        for (int length = 0; length <= Longest; length++)
        {
            int rows = length / LinearClassifier.InputSize, fitting = rows * LinearClassifier.OutputSize;
            foreach (int outputLength in new[] { fitting - 1, fitting, fitting + 1 }.Where(n => n >= 0))
            {
                Check(fits: outputLength == fitting, outputLength, () => network.Forward(inputs.Span(length, atEnd), outputs.Span(outputLength, atEnd)), outputs);
                Check(fits: outputLength == fitting, outputLength, () => network.Predict(inputs.Span(length, atEnd), outputs.Span(outputLength, atEnd)), outputs);
                if (rows != 1)
                    Check(fits: outputLength == fitting, outputLength, () => predictor.Predict(inputs.Span(length, atEnd), outputs.Span(outputLength, atEnd)), outputs);
            }
            foreach (int count in new[] { rows - 1, rows, rows + 1 }.Where(n => n >= 0))
                Check(fits: count == rows, count, () => network.Classify(inputs.Span(length, atEnd), labels.Span<int>(count, atEnd)), labels);

            void Check(bool fits, int written, Action run, GuardedPages target)
            {
                Span<int> destination = target.Span<int>(written, atEnd);
                destination.Fill(int.MinValue);
                if (fits && rows > 0 && length % LinearClassifier.InputSize == 0)
                {
                    run();
                    Assert.Equal(-1, destination.IndexOf(int.MinValue));
                    return;
                }
                Assert.Throws<ArgumentException>(run);
                Assert.Equal(-1, destination.IndexOfAnyExcept(int.MinValue));
            }
        }
    }

    [LinuxTheory]
    [MemberData(nameof(Ends))]
    public void A_step_at_every_length(bool atEnd)
    {
        var network = new LinearClassifier(seed: 2);
        using Trainer<LinearClassifier> trainer = network.CreateTrainer(new SGD(0.01), batchSize: Longest);
        using GuardedPages inputs = new(Longest), labels = new(Longest), targets = new(Longest);
        inputs.Seal();
        labels.Seal();
        targets.Seal();
        for (int length = 0; length <= Longest; length++)
        {
            int rows = length / LinearClassifier.InputSize, ofTargets = rows * LinearClassifier.OutputSize;
            bool isWhole = rows > 0 && length % LinearClassifier.InputSize == 0;
            foreach (int count in new[] { rows - 1, rows, rows + 1 }.Where(n => n >= 0))
                Check(isWhole && count == rows, () => trainer.Step(inputs.Span(length, atEnd), labels.Span<int>(count, atEnd)));
            foreach (int count in new[] { ofTargets - 1, ofTargets, ofTargets + 1 }.Where(n => n >= 0))
                Check(isWhole && count == ofTargets, () => trainer.Step(inputs.Span(length, atEnd), targets.Span(count, atEnd)));
        }

        void Check(bool fits, Action run)
        {
            float[] before = network.Parameters.ToArray();
            long steps = trainer.StepCount;
            if (fits)
            {
                run();
                Assert.Equal(steps + 1, trainer.StepCount);
                return;
            }
            Assert.Throws<ArgumentException>(run);
            Assert.Equal(before, network.Parameters.ToArray());
            Assert.Equal(steps, trainer.StepCount);
        }
    }
}
