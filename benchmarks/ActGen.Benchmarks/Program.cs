using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

// dotnet run -c Release --project benchmarks/ActGen.Benchmarks -- --filter '*'
// … -- --filter '*TrainingStep*' --warmupCount 1 --iterationCount 3      the options are BenchmarkDotNet's
// In this process, because the generated code must see the networks of this project, which are internal.
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, DefaultConfig.Instance.AddJob(Job.Default.WithToolchain(InProcessEmitToolchain.Instance)));
