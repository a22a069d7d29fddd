using System.Diagnostics;
using ActGen.Probe;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Whole networks in processes that may use fewer instructions: the same bits as here.</summary>
public sealed class ProcessTests
{
    // EnableAVX2=0 takes fused multiply-add away too: there it is computed in software.
    [Theory]
    [InlineData("DOTNET_EnableAVX512", "Avx512F", "Vector512")]
    [InlineData("DOTNET_PreferredVectorBitWidth", "Vector512")]
    [InlineData("DOTNET_EnableAVX2", "Avx2", "Fma", "Vector256", "Vector512")]
    public void A_process_without_some_instructions_computes_the_same_bits(string variable, params string[] missing)
    {
        string[] lines = Run(variable, variable.EndsWith("Width", StringComparison.Ordinal) ? "256" : "0");
        foreach (string feature in missing)
            Assert.Contains($"{feature} False", lines);
        Assert.Equal(Fingerprint.Lines(), lines[^Fingerprint.Lines().Count()..]);
    }

    /// <summary>A kernel that is too much for the JIT still computes the right bits, ten times as slowly.</summary>
    [Fact]
    public void No_kernel_calls_operations_of_vectors() => Assert.Empty(Run("DOTNET_TieredCompilation", "0", "inlining"));

    private static string[] Run(string variable, string value, params string[] arguments)
    {
        ProcessStartInfo start = new(Environment.ProcessPath is { } host && Path.GetFileNameWithoutExtension(host) == "dotnet" ? host : "dotnet", [typeof(Fingerprint).Assembly.Location, .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[variable] = value;
        using Process process = Process.Start(start)!;
        Task<string> errors = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"The child ended with {process.ExitCode}:\n{errors.Result}");
        return output.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }
}
