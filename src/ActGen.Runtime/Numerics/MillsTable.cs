namespace ActGen.CompilerServices;

/// <summary>Mills' ratio M(a) = Φ(−a)·e^(a²/2) for 0 ≤ a &lt; 15: on each of 32 intervals a polynomial in a − c.</summary>
/// <remarks>The intervals are those that two exponent bits and three mantissa bits of a + 1 tell apart. The order is that of the bits: the binade of 1 comes last. Each c is chosen such that M(c) is
/// nearly a float (Gal 1986); that of the first interval is 0, where M is ½. Largest relative error 2⁻²⁸. Made by <c>tools/coefficients/mills_table.py</c>.</remarks>
internal static class MillsTable
{
    /// <summary>M(a).</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static TVector Evaluate<TVector>(TVector a)
        where TVector : unmanaged, ISimd<TVector>
    {
        TVector key = a + TVector.Constant(1);
        TVector t = a - TVector.Lookup(key, Centres);
        TVector y = TVector.MultiplyAdd(TVector.Lookup(key, C5), t, TVector.Lookup(key, C4));
        y = TVector.MultiplyAdd(y, t, TVector.Lookup(key, C3));
        y = TVector.MultiplyAdd(y, t, TVector.Lookup(key, C2));
        y = TVector.MultiplyAdd(y, t, TVector.Lookup(key, C1));
        return TVector.MultiplyAdd(y, t, TVector.Lookup(key, C0));
    }

    private static ReadOnlySpan<float> Centres =>
    [
        1.1249651f, 1.3749939f, 1.6250339f, 1.8749936f, 2.1249313f, 2.3750525f, 2.6249735f, 2.8749332f,
        3.2499418f, 3.7500246f, 4.249909f, 4.750122f, 5.2500377f, 5.750121f, 6.249917f, 6.7500763f,
        7.5000963f, 8.500071f, 9.500095f, 10.499962f, 11.499906f, 12.500044f, 13.500091f, 14.499797f,
        0f, 0.18750341f, 0.31250694f, 0.43749592f, 0.56249255f, 0.6875009f, 0.81248426f, 0.9375168f,
    ];

    private static ReadOnlySpan<float> C0 =>
    [
        0.24533568f, 0.21764043f, 0.19502033f, 0.17629133f, 0.16058406f, 0.14725149f, 0.13583672f, 0.12596418f,
        0.11345382f, 0.100038625f, 0.089361064f, 0.08067348f, 0.07348774f, 0.067447886f, 0.062309276f, 0.057882003f,
        0.052292448f, 0.04630967f, 0.04154288f, 0.037658993f, 0.034434337f, 0.031714816f, 0.029391536f, 0.027384605f,
        0.5f, 0.43318123f, 0.39620993f, 0.36410585f, 0.336063f, 0.31143382f, 0.28969765f, 0.27040997f,
    ];

    private static ReadOnlySpan<float> C1 =>
    [
        -0.12294821f, -0.099688016f, -0.08202764f, -0.06839717f, -0.057712175f, -0.049212277f, -0.042374484f, -0.036803674f,
        -0.030223964f, -0.023794979f, -0.019165896f, -0.01573341f, -0.013128896f, -0.011108767f, -0.009514473f, -0.008234341f,
        -0.006743887f, -0.005306829f, -0.0042809565f, -0.0035242888f, -0.002950654f, -0.0025056936f, -0.0021538748f, -0.0018710669f,
        -0.39894226f, -0.3177193f, -0.27512392f, -0.23964746f, -0.20990935f, -0.18483125f, -0.1635675f, -0.14542839f,
    ];

    private static ReadOnlySpan<float> C2 =>
    [
        0.05351154f, 0.040284954f, 0.030861259f, 0.024023522f, 0.018974816f, 0.015184869f, 0.012302404f, 0.01007804f,
        0.007613814f, 0.005403418f, 0.003953866f, 0.0029689267f, 0.0022802642f, 0.0017855616f, 0.0014223029f, 0.0011497868f,
        0.0008563171f, 0.0006006194f, 0.00043669212f, 0.00032704705f, 0.000251047f, 0.00019676822f, 0.00015701464f, 0.00012725814f,
        0.24999848f, 0.18680388f, 0.15511584f, 0.1296305f, 0.10899521f, 0.09218106f, 0.07840081f, 0.06703421f,
    ];

    private static ReadOnlySpan<float> C3 =>
    [
        -0.020916274f, -0.014764801f, -0.010625767f, -0.007783699f, -0.0057972004f, -0.0043822f, -0.0033602843f, -0.002609781f,
        -0.0018264909f, -0.0011773205f, -0.0007874578f, -0.0005435298f, -0.00038582183f, -0.00028053854f, -0.0002083897f, -0.00015773559f,
        -0.00010712894f, -6.716936e-05f, -4.41076e-05f, -3.0100995e-05f, -2.1212692e-05f, -1.535907e-05f, -1.138861e-05f, -8.615796e-06f,
        -0.1329361f, -0.09424063f, -0.07555251f, -0.06097369f, -0.049532175f, -0.040487736f, -0.033291306f, -0.027525635f,
    ];

    private static ReadOnlySpan<float> C4 =>
    [
        0.0075123818f, 0.0050062495f, 0.003406615f, 0.0023609125f, 0.0016664517f, 0.0011956606f, 0.0008715688f, 0.0006441182f,
        0.00042120926f, 0.00024797782f, 0.00015229426f, 9.7010445e-05f, 6.3843574e-05f, 4.322039e-05f, 3.0012343e-05f, 2.1307596e-05f,
        1.3280436e-05f, 7.4556474e-06f, 4.4281514e-06f, 2.7557603e-06f, 1.7841745e-06f, 1.1944252e-06f, 8.230952e-07f, 5.81628e-07f,
        0.06189207f, 0.042311493f, 0.032907095f, 0.025758637f, 0.020308768f, 0.016100837f, 0.012844449f, 0.01031114f,
    ];

    private static ReadOnlySpan<float> C5 =>
    [
        -0.002510802f, -0.0016113555f, -0.0010165338f, -0.00070550194f, -0.00045832098f, -0.0003217496f, -0.00021724697f, -0.00016179297f,
        -9.263186e-05f, -5.026274e-05f, -2.815694e-05f, -1.693948e-05f, -1.0075791e-05f, -6.304365e-06f, -4.3194427e-06f, -2.7571782e-06f,
        -1.6120132e-06f, -8.070801e-07f, -4.4317144e-07f, -2.4824854e-07f, -1.4453624e-07f, -9.4697675e-08f, -5.503615e-08f, -4.0537316e-08f,
        -0.022642974f, -0.0155075155f, -0.012552084f, -0.010773273f, -0.00786046f, -0.0054899575f, -0.0042173658f, -0.0039259153f,
    ];
}
