using ActGen;

namespace ActivationShootout;

/// <summary>The network of all contenders, for images of any size: two convolutions, each with half of the rows and columns behind it.</summary>
[Block]
[Conv2D(16, 3, Padding = 1), ReLU]
[MaxPool2D(2)]
[Conv2D(32, 3, Padding = 1), ReLU]
[MaxPool2D(2)]
[Flatten]
[Dense(10)]
internal sealed partial class Cnn;

/// <summary>For clothes of Fashion-MNIST: 28 × 28 grey pixels.</summary>
[Network(1, 28, 28, Telemetry = true)]
[Block<Cnn>]
[CrossEntropyLoss]
internal sealed partial class FashionReLU;

/// <summary>The same with LeakyReLU.</summary>
[Variant<FashionReLU, Formulas.ReLU, Formulas.LeakyReLU>]
internal sealed partial class FashionLeakyReLU;

/// <summary>The same with ELU.</summary>
[Variant<FashionReLU, Formulas.ReLU, Formulas.ELU>]
internal sealed partial class FashionELU;

/// <summary>The same with Tanh.</summary>
[Variant<FashionReLU, Formulas.ReLU, Formulas.Tanh>]
internal sealed partial class FashionTanh;

/// <summary>The same with Sigmoid.</summary>
[Variant<FashionReLU, Formulas.ReLU, Formulas.Sigmoid>]
internal sealed partial class FashionSigmoid;

/// <summary>The same with SiLU.</summary>
[Variant<FashionReLU, Formulas.ReLU, Formulas.SiLU>]
internal sealed partial class FashionSiLU;

/// <summary>The same with GELU.</summary>
[Variant<FashionReLU, Formulas.ReLU, Formulas.GELU>]
internal sealed partial class FashionGELU;

/// <summary>The same with Mish.</summary>
[Variant<FashionReLU, Formulas.ReLU, Formulas.Mish>]
internal sealed partial class FashionMish;

/// <summary>The same with Serf.</summary>
[Variant<FashionReLU, Formulas.ReLU, Serf>]
internal sealed partial class FashionSerf;

/// <summary>For photographs of CIFAR-10: 32 × 32 pixels in three colours.</summary>
[Network(3, 32, 32, Telemetry = true)]
[Block<Cnn>]
[CrossEntropyLoss]
internal sealed partial class CifarReLU;

/// <summary>The same with LeakyReLU.</summary>
[Variant<CifarReLU, Formulas.ReLU, Formulas.LeakyReLU>]
internal sealed partial class CifarLeakyReLU;

/// <summary>The same with ELU.</summary>
[Variant<CifarReLU, Formulas.ReLU, Formulas.ELU>]
internal sealed partial class CifarELU;

/// <summary>The same with Tanh.</summary>
[Variant<CifarReLU, Formulas.ReLU, Formulas.Tanh>]
internal sealed partial class CifarTanh;

/// <summary>The same with Sigmoid.</summary>
[Variant<CifarReLU, Formulas.ReLU, Formulas.Sigmoid>]
internal sealed partial class CifarSigmoid;

/// <summary>The same with SiLU.</summary>
[Variant<CifarReLU, Formulas.ReLU, Formulas.SiLU>]
internal sealed partial class CifarSiLU;

/// <summary>The same with GELU.</summary>
[Variant<CifarReLU, Formulas.ReLU, Formulas.GELU>]
internal sealed partial class CifarGELU;

/// <summary>The same with Mish.</summary>
[Variant<CifarReLU, Formulas.ReLU, Formulas.Mish>]
internal sealed partial class CifarMish;

/// <summary>The same with Serf.</summary>
[Variant<CifarReLU, Formulas.ReLU, Serf>]
internal sealed partial class CifarSerf;

/// <summary>For handwritten digits: 8 × 8 grey cells.</summary>
[Network(1, 8, 8, Telemetry = true)]
[Block<Cnn>]
[CrossEntropyLoss]
internal sealed partial class DigitReLU;

/// <summary>The same with LeakyReLU.</summary>
[Variant<DigitReLU, Formulas.ReLU, Formulas.LeakyReLU>]
internal sealed partial class DigitLeakyReLU;

/// <summary>The same with ELU.</summary>
[Variant<DigitReLU, Formulas.ReLU, Formulas.ELU>]
internal sealed partial class DigitELU;

/// <summary>The same with Tanh.</summary>
[Variant<DigitReLU, Formulas.ReLU, Formulas.Tanh>]
internal sealed partial class DigitTanh;

/// <summary>The same with Sigmoid.</summary>
[Variant<DigitReLU, Formulas.ReLU, Formulas.Sigmoid>]
internal sealed partial class DigitSigmoid;

/// <summary>The same with SiLU.</summary>
[Variant<DigitReLU, Formulas.ReLU, Formulas.SiLU>]
internal sealed partial class DigitSiLU;

/// <summary>The same with GELU.</summary>
[Variant<DigitReLU, Formulas.ReLU, Formulas.GELU>]
internal sealed partial class DigitGELU;

/// <summary>The same with Mish.</summary>
[Variant<DigitReLU, Formulas.ReLU, Formulas.Mish>]
internal sealed partial class DigitMish;

/// <summary>The same with Serf.</summary>
[Variant<DigitReLU, Formulas.ReLU, Serf>]
internal sealed partial class DigitSerf;
