namespace ActGen.Runtime.Tests.FormulaKernels;

/// <summary>What every activation gives at the points where libraries err: infinities, kinks, zeros of either sign, tails, inputs whose square overflows.</summary>
internal static partial class SpecialValueTable
{
    /// <summary>Formula and parameters, x, f(x), f′(x). A plain number is meant exactly (the float it denotes, at x = ±0 its sign too),
    /// ~ stands before digits of the exact value, of which the last may be off by one, and … claims nothing (at infinity something is claimed always: nan where there is no limit).</summary>
    public const string Text = Rectifiers + "\n" + Others;

    private const string Rectifiers = """
        Identity             -inf       -inf          1
        Identity             -0         -0            1
        Identity             inf        inf           1
        ReLU                 -inf       0             0
        ReLU                 0          0             0
        ReLU                 inf        inf           1
        ReLU6                -inf       0             0
        ReLU6                0          0             0
        ReLU6                6          6             0
        ReLU6                inf        6             0
        HardTanh             -inf       -1            0
        HardTanh             -1         -1            0
        HardTanh             -0         -0            1
        HardTanh             1          1             0
        HardTanh             inf        1             0
        HardTanh(-2,0.5)     -inf       -2            0
        HardTanh(-2,0.5)     inf        0.5           0
        LeakyReLU            -inf       -inf          0.01
        LeakyReLU            -0         -0            0.01
        LeakyReLU            0          0             0.01
        LeakyReLU            inf        inf           1
        LeakyReLU(0.2)       -3         -0.6          0.2
        PReLU                -inf       -inf          0.25
        PReLU                0          0             0.25
        PReLU                inf        inf           1

        ELU                  -inf       -1            0
        ELU                  -1e-8      -1e-8         1
        ELU                  -0         -0            1
        ELU                  1e4        1e4           1
        ELU                  inf        inf           1
        ELU(0.5)             -inf       -0.5          0
        ELU                  -3.4028235e38 -1       0
        ELU                  3.4028235e38 3.4028235e38 1
        CELU                 -inf       -1            0
        CELU                 -1e-8      -1e-8         1
        CELU                 -0         -0            1
        CELU                 1e4        1e4           1
        CELU                 inf        inf           1
        CELU(0.5)            -inf       -0.5          0
        CELU(0.5)            -3.4028235e38 -0.5     0
        CELU(0.5)            3.4028235e38 3.4028235e38 1
        SELU                 -inf       ~-1.7580993   0
        SELU                 -1e-8      ~-1.7581e-8   ~1.7581
        SELU                 -0         -0            …
        SELU                 1e4        ~10507.01     ~1.050701
        SELU                 -3.4028235e38 ~-1.7580993 0
        SELU                 inf        inf           ~1.050701

        GELU                 -inf       0             0
        GELU                 -1e20      0             0
        GELU                 -14.5      0             0
        GELU                 -10        ~-7.61985e-23 …
        GELU                 -5.5       ~-1.04443e-7  …
        GELU                 -0         -0            0.5
        GELU                 1e20       1e20          1
        GELU                 inf        inf           1
        GELU                 -3.4028235e38 0        0
        GELU                 3.4028235e38 3.4028235e38 1
        GELUTanh             -inf       0             0
        GELUTanh             -1e20      0             0
        GELUTanh             -5.381     ~-1.49047e-8  …
        GELUTanh             -0         -0            0.5
        GELUTanh             1e20       1e20          1
        GELUTanh             inf        inf           1
        GELUTanh             -3.4028235e38 0        0
        GELUTanh             3.4028235e38 3.4028235e38 1
        SiLU                 -inf       0             0
        SiLU                 -1000      0             0
        SiLU                 -104       ~-7.1e-44     …
        SiLU                 -88        ~-5.32805e-37 ~-5.2675e-37
        SiLU                 -0         -0            0.5
        SiLU                 1000       1000          1
        SiLU                 inf        inf           1
        SiLU                 -3.4028235e38 0        0
        SiLU                 3.4028235e38 3.4028235e38 1
        Swish                -inf       0             0
        Swish                -104       ~-7.1e-44     …
        Swish                -88        ~-5.32805e-37 …
        Swish                -0         -0            0.5
        Swish                1000       1000          1
        Swish                inf        inf           1
        Swish(0)             2          1             0.5
        Swish(-1)            -1e20      -1e20         1
        Swish                -3.4028235e38 0        0
        Swish                3.4028235e38 3.4028235e38 1
        Swish(0)             -inf       -inf          0.5
        Swish(0)             -3         -1.5          0.5
        Swish(0)             -0         -0            0.5
        Swish(0)             inf        inf           0.5
        Swish(-1)            -inf       -inf          1
        Swish(-1)            -3.4028235e38 -3.4028235e38 1
        Swish(-1)            3.4028235e38 0         0
        Swish(-1)            inf        0             0
        Swish(10)            -3.4028235e38 0        0
        Swish(10)            3.4028235e38 3.4028235e38 1
        Swish(1e-10)         -1e10      ~-2.689414e9  ~0.0723295
        Swish(1e-10)         -inf       0             0
        Swish(1e-10)         inf        inf           1
        Mish                 -inf       0             0
        Mish                 -1000      0             0
        Mish                 -50        ~-9.64375e-21 ~-9.45087e-21
        Mish                 -0         -0            0.6
        Mish                 0          0             0.6
        Mish                 1e3        1e3           1
        Mish                 1e30       1e30          1
        Mish                 inf        inf           1
        Mish                 -3.4028235e38 0        0
        Mish                 3.4028235e38 3.4028235e38 1
        QuickGELU            -inf       0             0
        QuickGELU            -1e20      0             0
        QuickGELU            -48        ~-1.58898e-34 …
        QuickGELU            -0         -0            0.5
        QuickGELU            1e20       1e20          1
        QuickGELU            inf        inf           1
        HardSwish            -inf       0             0
        HardSwish            -1000      0             0
        HardSwish            -4         0             0
        HardSwish            -3         0             0
        HardSwish            -2         ~-0.333333    ~-0.166667
        HardSwish            -0         -0            0.5
        HardSwish            2          ~1.666667     ~1.166667
        HardSwish            3          3             1
        HardSwish            4          4             1
        HardSwish            6e37       6e37          1
        HardSwish            inf        inf           1
        """;
}
