using ActGen;

namespace ActivationShootout;

/// <summary>Clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Flatten]
[Dense(64), ReLU]
[Dense(32), ReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class FashionReLU;

/// <summary>Clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Flatten]
[Dense(64), LeakyReLU]
[Dense(32), LeakyReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class FashionLeakyReLU;

/// <summary>Clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Flatten]
[Dense(64), ELU]
[Dense(32), ELU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class FashionELU;

/// <summary>Clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Flatten]
[Dense(64), Tanh]
[Dense(32), Tanh]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class FashionTanh;

/// <summary>Clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Flatten]
[Dense(64), Sigmoid]
[Dense(32), Sigmoid]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class FashionSigmoid;

/// <summary>Clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Flatten]
[Dense(64), SiLU]
[Dense(32), SiLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class FashionSiLU;

/// <summary>Clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Flatten]
[Dense(64), GELU]
[Dense(32), GELU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class FashionGELU;

/// <summary>Clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Flatten]
[Dense(64), Mish]
[Dense(32), Mish]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class FashionMish;

/// <summary>Clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Flatten]
[Dense(64), Activation<Serf>]
[Dense(32), Activation<Serf>]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class FashionSerf;

/// <summary>Photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Flatten]
[Dense(64), ReLU]
[Dense(32), ReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class CifarReLU;

/// <summary>Photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Flatten]
[Dense(64), LeakyReLU]
[Dense(32), LeakyReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class CifarLeakyReLU;

/// <summary>Photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Flatten]
[Dense(64), ELU]
[Dense(32), ELU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class CifarELU;

/// <summary>Photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Flatten]
[Dense(64), Tanh]
[Dense(32), Tanh]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class CifarTanh;

/// <summary>Photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Flatten]
[Dense(64), Sigmoid]
[Dense(32), Sigmoid]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class CifarSigmoid;

/// <summary>Photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Flatten]
[Dense(64), SiLU]
[Dense(32), SiLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class CifarSiLU;

/// <summary>Photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Flatten]
[Dense(64), GELU]
[Dense(32), GELU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class CifarGELU;

/// <summary>Photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Flatten]
[Dense(64), Mish]
[Dense(32), Mish]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class CifarMish;

/// <summary>Photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Flatten]
[Dense(64), Activation<Serf>]
[Dense(32), Activation<Serf>]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class CifarSerf;

/// <summary>Handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Flatten]
[Dense(64), ReLU]
[Dense(32), ReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class DigitReLU;

/// <summary>Handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Flatten]
[Dense(64), LeakyReLU]
[Dense(32), LeakyReLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class DigitLeakyReLU;

/// <summary>Handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Flatten]
[Dense(64), ELU]
[Dense(32), ELU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class DigitELU;

/// <summary>Handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Flatten]
[Dense(64), Tanh]
[Dense(32), Tanh]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class DigitTanh;

/// <summary>Handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Flatten]
[Dense(64), Sigmoid]
[Dense(32), Sigmoid]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class DigitSigmoid;

/// <summary>Handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Flatten]
[Dense(64), SiLU]
[Dense(32), SiLU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class DigitSiLU;

/// <summary>Handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Flatten]
[Dense(64), GELU]
[Dense(32), GELU]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class DigitGELU;

/// <summary>Handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Flatten]
[Dense(64), Mish]
[Dense(32), Mish]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class DigitMish;

/// <summary>Handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Flatten]
[Dense(64), Activation<Serf>]
[Dense(32), Activation<Serf>]
[Dense(10)]
[CrossEntropyLoss]
internal sealed partial class DigitSerf;
