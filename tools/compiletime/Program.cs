using ActGen.CompileTime;

// dotnet run -c Release --project tools/compiletime [-- names of activations, or: analyzers, or: build]
// What the compiler components cost while somebody types: each activation, a network of 100 layers, narrow stacks; and what analyzers and generators add to a build.
if (args is ["analyzers"])
{
    AnalyzerTimes.Print();
    return;
}
if (args is ["build"])
{
    BuildTimes.Print();
    return;
}
ActivationTimes.Print(args);
if (args.Length == 0)
{
    GeneratorTimes.Print();
    StackTimes.Print();
}
