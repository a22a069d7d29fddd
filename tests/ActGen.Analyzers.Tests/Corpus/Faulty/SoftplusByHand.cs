// Title: log(1 + exp x)
// Source: "Fix for Numeric Overflow of `softplus` implementation", github.com/rushter/MLAlgorithms/pull/30
// About: softplus(1e10) is infinite
// Expected: ACT4004
public static class SoftplusByHand
{
    public static float Softplus(float z) => Functions.Log(1 + Functions.Exp(z));
}
