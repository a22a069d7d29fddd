using ActGen.CompileTime;

// dotnet run -c Release --project tools/compiletime [-- names of activations, or: analyzers]
// What the compiler components cost while somebody types: each activation, a network of 100 layers, narrow stacks; and what the analyzers add to a build.
if (args is ["analyzers"])
{
    AnalyzerTimes.Print();
    return;
}
ActivationTimes.Print(args);
if (args.Length == 0)
{
    GeneratorTimes.Print();
    StackTimes.Print();
}
