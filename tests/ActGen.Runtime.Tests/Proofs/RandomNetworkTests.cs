using System.Globalization;
using ActGen.Runtime.Tests.Proofs.Checks;
using ActGen.Runtime.Tests.Proofs.Programs;
using ActGen.Runtime.Tests.Proofs.Specs;
using FsCheck;
using FsCheck.Fluent;
using Xunit.Abstractions;

namespace ActGen.Runtime.Tests.Proofs;

/// <summary>Random networks in float32, declared, generated, compiled and run as a user's are, against the interpreter in double.</summary>
public sealed class RandomNetworkTests(ITestOutputHelper output)
{
    /// <summary>Networks that share a compilation.</summary>
    private const int PerAssembly = 120;

    /// <summary>Networks of a run; ACTGEN_RANDOM_NETWORKS=1000 is the full proof, its result is in docs/numerics.md.</summary>
    private static readonly int Count = int.Parse(Environment.GetEnvironmentVariable("ACTGEN_RANDOM_NETWORKS") ?? "120", CultureInfo.InvariantCulture);

    [Fact]
    public void Forward_and_gradients_agree_with_the_interpreter_and_threads_with_each_other()
    {
        // A fixed seed: a failure must be the same failure tomorrow.
        NetworkSpec[] specs = [.. NetworkSpecs.Generator.Sample(Count, new Rnd(20261122), 10), .. NetworkSpecs.GroupNormalized.Sample(Count / 4, new Rnd(20261123), 10), .. NetworkSpecs.Recurrent.Sample(Count / 4, new Rnd(20261124), 10)];
        List<double> worst = [];
        foreach (NetworkSpec[] some in specs.Chunk(PerAssembly))
        {
            IReadOnlyList<IFloatNetwork> networks = NetworkFactory.CompileFloat(some);
            for (int i = 0; i < some.Length; i++)
            {
                int seed = worst.Count, rows = some[i].LeastRows + (seed % 9);
                SinglePrecisionResult result = SinglePrecisionCheck.Compare(some[i], networks[i], rows, seed);
                if (result.Failure is { } failure)
                    Assert.Fail($"Network {seed}, {rows} rows: {failure}\nSmallest that fails: {Smallest(some[i], rows, seed)}");
                TrainingRun one = networks[i].Train(some[i], steps: 3, rows + 3, threads: 1), three = networks[i].Train(some[i], steps: 3, rows + 3, threads: 3);
                Bits.AssertEqual(one.Parameters, three.Parameters, $"parameters of network {seed} with three threads\n{some[i]}\n");
                Bits.AssertEqual(one.InputGradients, three.InputGradients, $"input gradients of network {seed} with three threads\n{some[i]}\n");
                worst.Add(result.WorstScaled);
                if (result.WorstScaled > 1)
                    output.WriteLine($"{result.WorstScaled:G3} times the bound, {rows} rows:\n{some[i]}");
            }
        }
        int sensitive = worst.Count(value => value > 1);
        output.WriteLine($"{specs.Length} networks, {specs.Length - sensitive} of them within the bound outright, {sensitive} within the effect of rounding; median of the worst ratio {worst.Order().ElementAt(specs.Length / 2):G2}");
        Assert.True(sensitive <= specs.Length / 50, $"{sensitive} of {specs.Length} networks are outside the bound: too many to be exceptions");
    }

    /// <summary>Shrinks by FsCheck's rule: the first simpler neighbour that still fails, until none does.</summary>
    private static string Smallest(NetworkSpec spec, int rows, int seed)
    {
        string smallest = "this one";
        while (true)
        {
            NetworkSpec[] candidates = [.. NetworkSpecs.Shrink(spec)];
            IReadOnlyList<IFloatNetwork> networks = NetworkFactory.CompileFloat(candidates);
            int failing = Enumerable.Range(0, candidates.Length).FirstOrDefault(i => Failure(i) is not null, -1);
            if (failing < 0)
                return smallest;
            smallest = Failure(failing)!;
            spec = candidates[failing];

            string? Failure(int i) => SinglePrecisionCheck.Compare(candidates[i], networks[i], rows, seed).Failure;
        }
    }
}
