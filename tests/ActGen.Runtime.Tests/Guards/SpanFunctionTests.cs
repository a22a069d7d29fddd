using ActGen.Runtime.Tests.Layers;

namespace ActGen.Runtime.Tests.Guards;

/// <summary>Every public function of spans stays within them, at every length, width and end of its memory, and refuses what does not fit before it writes.</summary>
[Collection(nameof(Widths))]
public sealed class SpanFunctionTests
{
    private const int Longest = 257, Untouched = 77;

    public static TheoryData<string> Names => SpanFunction.Names;

    [Fact]
    public void All_public_functions_are_found() => Assert.InRange(SpanFunction.All.Count, 150, 1000);

    [LinuxTheory]
    [MemberData(nameof(Names))]
    public void Nothing_beyond_the_spans_is_touched(string name)
    {
        SpanFunction function = SpanFunction.Named(name);
        foreach (int width in Widths.All)
        {
            Widths.Force(width, () =>
            {
                using Scene scene = new(function);
                for (int length = 0; length <= Longest; length++)
                {
                    foreach (int rowLength in RowLengths(function, length))
                    {
                        scene.Run(length, rowLength, atEnd: true);
                        scene.Run(length, rowLength, atEnd: false);
                    }
                }
                // What refuses everything would pass.
                Assert.InRange(scene.Runs, Longest - 1, int.MaxValue);
            });
        }
    }

    [LinuxTheory]
    [MemberData(nameof(Names))]
    public void What_does_not_fit_is_refused_before_anything_is_written(string name)
    {
        SpanFunction function = SpanFunction.Named(name);
        using Scene scene = new(function);
        foreach (int length in new[] { 1, 2, 6, 16, 63, 130, Longest })
        {
            foreach (int rowLength in RowLengths(function, length).Append(length + 1).Append(-1))
                scene.Refuse(length, rowLength);
        }
        Assert.InRange(scene.Refusals, 7, int.MaxValue);
    }

    /// <summary>Whole rows, one row, and rows around the vectors.</summary>
    private static IEnumerable<int> RowLengths(SpanFunction function, int length) =>
        function.HasRows || function.HasLabels ? new[] { length, 1, 2, 3, 17 }.Where(row => row > 0 && row <= length && length % row == 0).Distinct() : [length];

    /// <summary>The arguments of one function: inputs that cannot be written, all of them between guard pages.</summary>
    private sealed class Scene : IDisposable
    {
        private readonly SpanFunction _function;
        private readonly GuardedPages _source = new(2 * Longest), _targets = new(2 * Longest), _labels = new(2 * Longest), _destination = new(2 * Longest);
        // Lengths of destination and targets in halves of the source's.
        private readonly int _outputHalves, _targetHalves;

        public Scene(SpanFunction function)
        {
            _function = function;
            // Probabilities, targets of every loss (some take ±1 only), the first class.
            _source.Span(2 * Longest, atEnd: true).Fill(0.5f);
            _targets.Span(2 * Longest, atEnd: true).Fill(1);
            _source.Seal();
            _targets.Seal();
            _labels.Seal();
            (_outputHalves, _targetHalves) = Fitting();
        }

        public int Runs { get; private set; }

        public int Refusals { get; private set; }

        public void Run(int length, int rowLength, bool atEnd)
        {
            if (IsRefused(length, rowLength, length * _outputHalves / 2, length * _targetHalves / 2, Labels(length, rowLength), atEnd))
                return;
            Runs++;
        }

        /// <summary>One element too few here and there.</summary>
        public void Refuse(int length, int rowLength)
        {
            int outputs = length * _outputHalves / 2, targets = length * _targetHalves / 2, labels = Labels(length, rowLength);
            Count(outputs - 1, targets, labels);
            if (_function.IsLoss)
            {
                Count(outputs + 1, targets, labels);
                Count(outputs, targets - 1, labels - 1);
                Count(outputs, targets + 1, labels + 1);
            }

            void Count(int outputLength, int targetLength, int labelCount)
            {
                if (Math.Min(outputLength, Math.Min(targetLength, labelCount)) >= 0 && IsRefused(length, rowLength, outputLength, targetLength, labelCount, atEnd: true))
                    Refusals++;
            }
        }

        public void Dispose()
        {
            foreach (GuardedPages pages in new[] { _source, _targets, _labels, _destination })
                pages.Dispose();
        }

        private static int Labels(int length, int rowLength) => rowLength > 0 ? length / rowLength : 0;

        private (int Output, int Target) Fitting()
        {
            foreach (int outputs in new[] { 2, 1, 4 })
            {
                foreach (int targets in new[] { 2, 1 })
                {
                    foreach (int rowLength in new[] { 2, 12 })
                    {
                        // Longer than needed is allowed to some: the shortest that is not refused.
                        if (!IsRefused(12, rowLength, 6 * outputs, 6 * targets, 12 / rowLength, atEnd: true))
                            return (!_function.IsLoss && !IsRefused(12, rowLength, 6, 6 * targets, 12 / rowLength, atEnd: true) ? 1 : outputs, targets);
                    }
                }
            }
            throw new InvalidOperationException($"{_function.Name} takes none of the lengths that were tried.");
        }

        private bool IsRefused(int length, int rowLength, int outputs, int targets, int labels, bool atEnd)
        {
            Span<float> destination = _destination.Span(outputs, atEnd);
            destination.Fill(Untouched);
            try
            {
                _function.Invoke(_source.Span(length, atEnd), _targets.Span(targets, atEnd), _labels.Span<int>(labels, atEnd), destination, rowLength);
                return false;
            }
            catch (ArgumentException)
            {
                Assert.Equal(-1, destination.IndexOfAnyExcept(Untouched));
                return true;
            }
        }
    }
}
