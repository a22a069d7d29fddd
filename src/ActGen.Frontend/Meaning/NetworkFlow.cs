using ActGen.Frontend.Model;
using ActGen.Frontend.Shapes;

namespace ActGen.Frontend.Meaning;

/// <summary>From signal propagation, which knows planned layers, to declared ones, of which some are several planned ones.</summary>
internal static class NetworkFlow
{
    /// <summary>The flow of each declared layer whose signal and gradient can be predicted; empty where there is no plan.</summary>
    public static Dictionary<int, LayerFlow> Of(NetworkPlan? plan)
    {
        var flows = new Dictionary<int, LayerFlow>();
        double atOutput = plan is null ? 1 : Math.Sqrt(plan.Layers[plan.Layers.Count - 1].Output.Positions);
        for (int first = 0, next; first < plan?.Layers.Count; first = next)
        {
            int index = plan.Layers[first].Place.Index;
            for (next = first + 1; next < plan.Layers.Count && plan.Layers[next].Place.Index == index;)
                next++;
            LayerSignal before = first == 0 ? new(plan.Signal.Input, plan.Signal.InputGradient) : plan.Signal.Layers[first - 1];
            LayerSignal behind = plan.Signal.Layers[next - 1];
            PlannedLayer one = plan.Layers[first], last = plan.Layers[next - 1];
            double gradient = OfFeature(before.Gradient, one.Input) / atOutput, gradientBehind = OfFeature(behind.Gradient, last.Output) / atOutput;
            var flow = new LayerFlow(Root(before.Output), Root(behind.Output), gradient, gradientBehind)
            {
                Passed = gradient / gradientBehind * Math.Sqrt((double)one.Input.Features / last.Output.Features),
                LowOutput = behind.Output.Predict(last.Output.Features, last.Output.Positions).Low,
                LowInputGradient = gradient / Root(before.Gradient) * before.Gradient.Predict(one.Input.Features, one.Input.Positions).Low,
                IsPredictable = IsPredictable(behind.Output) && IsPredictable(before.Gradient) && IsPredictable(behind.Gradient),
            };
            if (!double.IsNaN(flow.Input + flow.Output + flow.InputGradient + flow.OutputGradient))
                flows.Add(index, flow);
        }
        return flows;
    }

    /// <summary>The sum over positions, which have a part c in common.</summary>
    private static double OfFeature(Signal gradient, Shape shape) =>
        Math.Sqrt(gradient.MeanSquare * shape.Positions * (1 + ((shape.Positions - 1) * gradient.Common)));

    private static double Root(Signal signal) => Math.Sqrt(signal.MeanSquare);

    private static bool IsPredictable(Signal signal) => Prediction.IsWithin(signal.Scatter);
}
