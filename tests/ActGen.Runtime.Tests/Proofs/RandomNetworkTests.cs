using ActGen.Runtime.Tests.Proofs.Checks;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;
using FsCheck;
using FsCheck.Fluent;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Random networks in float32, declared, generated, compiled and run as a user's are, against the interpreter in double.</summary>
public sealed class RandomNetworkTests
{
    /// <summary>Networks of a run; ACTGEN_RANDOM_NETWORKS=1000 is the full proof.</summary>
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("ACTGEN_RANDOM_NETWORKS") ?? "120", System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Networks that share a compilation.</summary>
    private const int PerAssembly = 120;

    [Fact]
    public void Forward_and_gradients_agree_with_the_interpreter()
    {
        // A fixed seed: a failure must be the same failure tomorrow.
        NetworkSpec[] specs = [.. NetworkSpecs.Generator.Sample(Count, new Rnd(20261122), 10)];
        int first = 0;
        foreach (NetworkSpec[] some in specs.Chunk(PerAssembly))
        {
            IReadOnlyList<IFloatNetwork> networks = NetworkFactory.CompileFloat(some);
            for (int i = 0; i < some.Length; i++)
            {
                int seed = first + i, rows = 1 + (seed % 9);
                if (SinglePrecisionCheck.Failure(some[i], networks[i], rows, seed) is { } failure)
                    Assert.Fail($"Network {seed}, {rows} rows: {failure}\nSmallest that fails:\n{Smallest(some[i], rows, seed)}");
            }
            first += some.Length;
        }
    }

    /// <summary>Shrinks by FsCheck's rule: the first simpler neighbour that still fails, until none does.</summary>
    private static string Smallest(NetworkSpec spec, int rows, int seed)
    {
        string message = "";
        while (true)
        {
            NetworkSpec[] candidates = [.. NetworkSpecs.Shrink(spec)];
            IReadOnlyList<IFloatNetwork> networks = NetworkFactory.CompileFloat(candidates);
            int failing = Array.FindIndex([.. candidates.Select((candidate, i) => SinglePrecisionCheck.Failure(candidate, networks[i], rows, seed))], failure => failure is not null);
            if (failing < 0)
                return message;
            spec = candidates[failing];
            message = SinglePrecisionCheck.Failure(spec, networks[failing], rows, seed)!;
        }
    }
}
