using ActGen.Frontend.Calculus;
using ActGen.Frontend.Model;

namespace ActGen.Generator.Planning;

/// <summary>Where values and gradients lie during a training step.</summary>
/// <param name="Steps">All steps, with the places of what they read and write.</param>
/// <param name="PerRow">Elements of workspace per row.</param>
/// <param name="Fixed">Elements of workspace whatever the rows: transposed weights and gradients of mixed parameters.</param>
/// <param name="Scratch">Elements of scratch for each worker.</param>
/// <param name="GuardedSteps">The first steps that train nothing: backward runs them only when the input gradient is asked for.</param>
/// <param name="CopiesInputGradient">Whether the input gradient is made elsewhere and copied at the end.</param>
internal sealed record TrainingPlan(IReadOnlyList<TrainingStep> Steps, int PerRow, int Fixed, int Scratch, int GuardedSteps, bool CopiesInputGradient)
{
    public static TrainingPlan Of(NetworkPlan plan, IReadOnlyList<Stage> all)
    {
        Stage[] stages = [.. all.Where(stage => !stage.IsReshape)];
        // Telemetry looks at the values of each layer.
        return new Planner(plan.HasTelemetry ? stages : [.. PoolFusion.InTraining(stages)]).Plan();
    }

    /// <summary>Time counts the meetings of the workers. Between two of them one worker may be anywhere ahead of another: what it writes must not lie where another one
    /// still reads, so memory is used again only behind a meeting. All of forward is time 0.</summary>
    private sealed class Planner
    {
        private readonly Stage[] _stages;
        private readonly Leases _leases = new();
        private readonly FixedSlots _fixed = new();
        private readonly ValuePlaces _values;
        private readonly Store?[] _kept;
        private readonly Store?[] _statistics;
        private readonly Store?[] _copies;
        private readonly Store?[] _places;
        private readonly Store[] _gradients;
        private readonly Store?[] _skips;
        private readonly Store?[] _rowSums;
        private readonly RecurrentStores?[] _recurrent;

        public Planner(Stage[] stages)
        {
            _stages = stages;
            _values = ValuePlaces.Of(stages, _leases, "Y", isTraining: true);
            _kept = [.. stages.Select((_, i) => Kept(i))];
            _statistics = [.. stages.Select(stage => stage.Layer is PlannedNormalization { StatisticsPerRow: > 0 } layer ? Take("N" + stage.Suffix, (int)layer.StatisticsPerRow, 0) : null)];
            _copies = [.. stages.Select(stage => stage.CopiedInput == 0 ? null : Take("X" + stage.Suffix, stage.CopiedInput, 0))];
            _places = [.. stages.Select(stage => stage.Pool is null ? null : Take("M" + stage.Suffix, stage.OutputWidth, 0))];
            _recurrent = [.. stages.Select(stage => stage.Layer is PlannedRecurrent layer ? new RecurrentStores(layer, stage.Suffix, _leases) : null)];
            _gradients = new Store[stages.Length + 1];
            _skips = new Store?[stages.Length];
            _rowSums = new Store?[stages.Length];
        }

        public TrainingPlan Plan()
        {
            int guarded = _stages.TakeWhile(stage => !stage.HasParameters).Count();
            int first = _stages.TakeWhile(stage => stage.WorksInPlace).Count();
            // The input gradient is written where it is wanted by the first step that does not work in place, unless a step before it, or it itself, needs
            // the memory also when nobody asks; a product does without.
            bool copies = guarded < first || first == _stages.Length || (guarded == first && !_stages[first].LeavesOutInputGradient);
            GoBack(copies ? -1 : first);
            FixedSlot? transposed = Transposed();
            FixedSlot?[] ofBatch = [.. _stages.Select(stage => stage.Layer is PlannedNormalization { StatisticsPerBatch: > 0 and long count } ? _fixed.Take("N" + stage.Suffix, (int)count) : null)];
            FixedSlot?[] mixed = [.. _stages.Select(MixedGradient)];
            int perRow = _leases.Arrange();
            return new(
                [.. _stages.Select((stage, i) => Step(i, mixed[i]) with { BatchStatistics = ofBatch[i], IsOnDemand = stage.LeavesOutInputGradient && i == guarded, Transposed = stage.Layer.TurnedWeights > 0 ? transposed : null })],
                perRow,
                _fixed.Length,
                _stages.Max(stage => stage.TrainingScratch),
                guarded,
                copies);
        }

        private TrainingStep Step(int i, FixedSlot? mixed) => new(_stages[i], _values[i].Slot, _values[i + 1].Slot, _kept[i]?.Slot, _gradients[i].Slot, _gradients[i + 1].Slot)
        {
            MixedGradient = mixed,
            Statistics = _statistics[i]?.Slot,
            CopiedInput = _copies[i]?.Slot,
            Places = _places[i]?.Slot,
            RowSums = _rowSums[i]?.Slot,
            Skip = _stages[i].IsSum ? _values[ValuePlaces.BranchOf(_stages, i)].Slot : null,
            SkipGradient = _skips[i]?.Slot,
            Recurrent = _recurrent[i]?.Slots,
        };

        /// <summary>Where a step puts what backward reads beside the input of a product; null for nothing.</summary>
        private Store? Kept(int i)
        {
            Stage stage = _stages[i];
            if (!stage.KeepsExtra)
                return stage.KeepsOutput ? _values[i + 1] : stage.Keeps == Operand.Input ? _values[i] : null;
            // Derivatives by values that nobody reads any more take their place.
            bool isInputFree = !stage.IsProduct && !stage.KeepsInput && !stage.WorksInPlace && _values[i].Lease is not null && _values[i].HeldUntil <= i;
            return isInputFree ? _values[i] : Take((stage.KeepsDerivative ? "D" : "Z") + stage.Suffix, stage.KeptWidth, 0);
        }

        /// <summary>The gradients of the values, from the last to the first, and until when each step needs what it reads.</summary>
        /// <param name="first">The step that writes the network's input gradient where it is wanted; −1 for none.</param>
        private void GoBack(int first)
        {
            int time = 0;
            _gradients[_stages.Length] = Store.OutputGradient(_stages[_stages.Length - 1].OutputWidth);
            for (int i = _stages.Length - 1; i >= 0; i--)
            {
                Stage stage = _stages[i];
                int start = time;
                bool isLearned = stage.Activation is { IsLearned: true, IsPerChannel: false };
                // A product's workers meet when dz is written and when the transposed weights are; the sums of a learned parameter wait for all rows, as the products of a recurrent layer do.
                time += stage.IsProduct ? 2 : isLearned || stage.Layer is PlannedRecurrent ? 1 : 0;
                if (isLearned)
                    _rowSums[i] = Take("S" + stage.Suffix, stage.Activation!.Parameters.Count * stage.Layer.Output.Positions, start);
                // A product writes it when its workers have met, any other step at once.
                _gradients[i] = Gradient(i, first, stage.IsProduct ? time : start);
                _recurrent[i]?.GoBack(start, time);
                if (stage.IsSum)
                    _skips[i] = _skips[ValuePlaces.BranchOf(_stages, i)] = Take("R" + stage.Suffix, stage.InputWidth, start);
                foreach (Store? store in new[] { _kept[i], _copies[i], _places[i], _statistics[i], _gradients[i], _gradients[i + 1], _skips[i], _rowSums[i], stage.KeepsInput ? _values[i] : null, stage.KeepsOutput ? _values[i + 1] : null })
                    store?.Touch(time);
            }
        }

        private Store Gradient(int i, int first, int time)
        {
            Stage stage = _stages[i];
            return stage.WorksInPlace ? _gradients[i + 1]
                : i == first ? Store.InputGradient(stage.InputWidth)
                // What has the derivatives by its inputs overwrites them.
                : stage.KeepsDerivative && !stage.IsProduct ? _kept[i]!
                : Take("G" + (i == 0 ? "Input" : _stages[i - 1].Suffix), stage.InputWidth, time);
        }

        /// <summary>Room for the transposed weights of any layer: every worker is done with one layer's when the first comes to write the next one's,
        /// as they meet in between (see the remarks of <c>Dense</c>).</summary>
        private FixedSlot? Transposed()
        {
            int largest = _stages.Max(stage => stage.Layer.TurnedWeights);
            return largest == 0 ? null : _fixed.Take("Transposed", largest);
        }

        /// <summary>Room for the gradients of all parameters of an activation of which only some are learned.</summary>
        private FixedSlot? MixedGradient(Stage stage) =>
            stage.Activation is { IsLearned: true, IsPerChannel: false } learned && learned.Parameters.Items.Any(parameter => parameter.Learned is null)
                ? _fixed.Take("P" + stage.Suffix, learned.Parameters.Count)
                : null;

        private Store Take(string name, int width, int time) => new(_leases.Take(name, width, time));
    }
}
