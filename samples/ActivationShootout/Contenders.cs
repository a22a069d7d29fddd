using ActGen;

namespace ActivationShootout;

/// <summary>Who takes part, for each kind of image.</summary>
internal static class Contenders
{
    public static IReadOnlyList<Contender> Fashion { get; } =
    [
        new Contender<FashionReLU>("ReLU", FashionReLU.Summary, static seed => new(seed)),
        new Contender<FashionLeakyReLU>("LeakyReLU", FashionLeakyReLU.Summary, static seed => new(seed)),
        new Contender<FashionELU>("ELU", FashionELU.Summary, static seed => new(seed)),
        new Contender<FashionTanh>("Tanh", FashionTanh.Summary, static seed => new(seed)),
        new Contender<FashionSigmoid>("Sigmoid", FashionSigmoid.Summary, static seed => new(seed)),
        new Contender<FashionSiLU>("SiLU", FashionSiLU.Summary, static seed => new(seed)),
        new Contender<FashionGELU>("GELU", FashionGELU.Summary, static seed => new(seed)),
        new Contender<FashionMish>("Mish", FashionMish.Summary, static seed => new(seed)),
        new Contender<FashionSerf>("Serf (own)", FashionSerf.Summary, static seed => new(seed)),
    ];

    public static IReadOnlyList<Contender> Cifar { get; } =
    [
        new Contender<CifarReLU>("ReLU", CifarReLU.Summary, static seed => new(seed)),
        new Contender<CifarLeakyReLU>("LeakyReLU", CifarLeakyReLU.Summary, static seed => new(seed)),
        new Contender<CifarELU>("ELU", CifarELU.Summary, static seed => new(seed)),
        new Contender<CifarTanh>("Tanh", CifarTanh.Summary, static seed => new(seed)),
        new Contender<CifarSigmoid>("Sigmoid", CifarSigmoid.Summary, static seed => new(seed)),
        new Contender<CifarSiLU>("SiLU", CifarSiLU.Summary, static seed => new(seed)),
        new Contender<CifarGELU>("GELU", CifarGELU.Summary, static seed => new(seed)),
        new Contender<CifarMish>("Mish", CifarMish.Summary, static seed => new(seed)),
        new Contender<CifarSerf>("Serf (own)", CifarSerf.Summary, static seed => new(seed)),
    ];

    public static IReadOnlyList<Contender> Digits { get; } =
    [
        new Contender<DigitReLU>("ReLU", DigitReLU.Summary, static seed => new(seed)),
        new Contender<DigitLeakyReLU>("LeakyReLU", DigitLeakyReLU.Summary, static seed => new(seed)),
        new Contender<DigitELU>("ELU", DigitELU.Summary, static seed => new(seed)),
        new Contender<DigitTanh>("Tanh", DigitTanh.Summary, static seed => new(seed)),
        new Contender<DigitSigmoid>("Sigmoid", DigitSigmoid.Summary, static seed => new(seed)),
        new Contender<DigitSiLU>("SiLU", DigitSiLU.Summary, static seed => new(seed)),
        new Contender<DigitGELU>("GELU", DigitGELU.Summary, static seed => new(seed)),
        new Contender<DigitMish>("Mish", DigitMish.Summary, static seed => new(seed)),
        new Contender<DigitSerf>("Serf (own)", DigitSerf.Summary, static seed => new(seed)),
    ];
}
