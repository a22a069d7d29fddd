// Title: log(1 + exp x) by the framework's functions
// Source: "ENH: Add softplus implementation", github.com/scipy/scipy/issues/17905 (comment: "With x this large, exp(x) in the naive implementation overflows")
// About: The same with MathF
// Expected: ACT4004
public static class SoftplusOfTheFramework
{
    public static float Softplus(float x) => MathF.Log(1 + MathF.Exp(x));
}
