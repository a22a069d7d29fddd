namespace ActGen.Runtime.Tests.Optimizers;

/// <summary>The optimizers and their options of which there are golden steps.</summary>
internal static class OptimizerCases
{
    /// <summary>On one tensor: optimizers.json.</summary>
    public static readonly Dictionary<string, Optimizer> Vectors = new()
    {
        ["sgd"] = new SGD(0.01),
        ["sgd_decay"] = new SGD(0.01) { WeightDecay = 0.1 },
        ["sgd_momentum"] = new SGD(0.01) { Momentum = 0.9 },
        ["sgd_dampening"] = new SGD(0.01) { Momentum = 0.9, Dampening = 0.5 },
        ["sgd_nesterov_decay"] = new SGD(0.01) { Momentum = 0.9, Nesterov = true, WeightDecay = 0.01 },
        ["adam"] = new Adam(),
        ["adam_decay"] = new Adam(0.002) { Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-6, WeightDecay = 0.1 },
        ["adamw"] = new AdamW(),
        ["adamw_decay"] = new AdamW(0.003) { Beta1 = 0.85, Beta2 = 0.95, WeightDecay = 0.2 },
        ["rmsprop"] = new RMSprop(),
        ["rmsprop_momentum"] = new RMSprop(0.003) { Alpha = 0.9, Momentum = 0.5, WeightDecay = 0.05 },
        ["rmsprop_centered"] = new RMSprop(0.003) { Centered = true, Momentum = 0.9 },
        ["adam_amsgrad"] = new Adam { AMSGrad = true },
        ["adamw_amsgrad"] = new AdamW(0.002) { Beta1 = 0.8, Beta2 = 0.9, AMSGrad = true },
        ["radam"] = new RAdam(),
        ["radam_decay"] = new RAdam(0.002) { Beta1 = 0.8, Beta2 = 0.99, WeightDecay = 0.1 },
        ["adamax"] = new Adamax(),
        ["adamax_decay"] = new Adamax(0.003) { Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-6, WeightDecay = 0.1 },
        ["adagrad"] = new Adagrad(),
        ["adagrad_decay"] = new Adagrad(0.02) { LearningRateDecay = 0.01, WeightDecay = 0.1, InitialAccumulator = 0.1 },
        ["adadelta"] = new Adadelta(),
        ["adadelta_decay"] = new Adadelta(0.5) { Rho = 0.95, Epsilon = 1e-7, WeightDecay = 0.1 },
        ["rprop"] = new Rprop(),
        ["rprop_bounds"] = new Rprop(0.001) { Shrink = 0.4, Grow = 1.3, SmallestStep = 1e-5, LargestStep = 0.02 },
        ["asgd"] = new ASGD(),
        ["asgd_decay"] = new ASGD(0.02) { Decay = 0.05, Power = 0.6, WeightDecay = 0.1 },
        ["nadam"] = new NAdam(),
        ["nadam_decay"] = new NAdam(0.001) { Beta1 = 0.8, Beta2 = 0.99, WeightDecay = 0.1, MomentumDecay = 0.01 },
        ["lion"] = new Lion(),
        ["lion_decay"] = new Lion(0.0005) { Beta1 = 0.95, Beta2 = 0.98, WeightDecay = 0.1 },
        ["lamb"] = new LAMB(),
        ["lamb_decay"] = new LAMB(0.002) { Beta1 = 0.8, Beta2 = 0.99, Epsilon = 1e-7, WeightDecay = 0.1 },
    };

    /// <summary>On the tensors of a network: matrices.json.</summary>
    public static readonly Dictionary<string, Optimizer> Matrices = new()
    {
        ["muon"] = new Muon(),
        ["muon_plain"] = new Muon(0.002) { Momentum = 0.9, Nesterov = false, WeightDecay = 0, Scale = MuonScale.MatchAdamW, Others = new AdamW(0.01) },
        ["lamb"] = new LAMB(),
    };

    /// <summary>What PyTorch 1.13 has not, or has with an error; Golden/reference_optimizers.py is made from the papers.</summary>
    public static readonly string[] References = ["nadam", "nadam_decay", "lion", "lion_decay", "lamb", "lamb_decay"];

    public static IEnumerable<string> AllNames => Vectors.Keys.Union(Matrices.Keys);

    public static Optimizer Named(string name) => Vectors.GetValueOrDefault(name) ?? Matrices[name];
}
