using ActGen.Frontend.Model;

namespace ActGen.Frontend.Meaning;

/// <summary>From signal propagation, which knows planned layers, to declared ones, of which some are several planned ones.</summary>
internal static class NetworkFlow
{
    /// <summary>The flow of each declared layer whose signal and gradient can be predicted; empty where there is no plan.</summary>
    public static Dictionary<int, LayerFlow> Of(NetworkPlan? plan)
    {
        var flows = new Dictionary<int, LayerFlow>();
        for (int first = 0, next; first < plan?.Layers.Count; first = next)
        {
            int index = plan.Layers[first].Place.Index;
            for (next = first + 1; next < plan.Layers.Count && plan.Layers[next].Place.Index == index;)
                next++;
            LayerSignal before = first == 0 ? new(plan.Signal.Input, plan.Signal.InputGradient) : plan.Signal.Layers[first - 1];
            LayerSignal behind = plan.Signal.Layers[next - 1];
            PlannedLayer one = plan.Layers[first], last = plan.Layers[next - 1];
            var flow = new LayerFlow(Root(before.Output), Root(behind.Output), Root(before.Gradient), Root(behind.Gradient))
            {
                LowOutput = behind.Output.Predict(last.Output.Features).Low,
                LowInputGradient = before.Gradient.Predict(one.Input.Features).Low,
                IsPredictable = IsPredictable(behind.Output) && IsPredictable(before.Gradient) && IsPredictable(behind.Gradient),
            };
            if (!double.IsNaN(flow.Input + flow.Output + flow.InputGradient + flow.OutputGradient))
                flows.Add(index, flow);
        }
        return flows;
    }

    private static double Root(Signal signal) => Math.Sqrt(signal.MeanSquare);

    private static bool IsPredictable(Signal signal) => Prediction.IsWithin(signal.Scatter);
}
