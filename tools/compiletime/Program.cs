using ActGen.CompileTime;

// dotnet run -c Release --project tools/compiletime [-- names of activations]
// What the compiler components cost while somebody types: each activation, a network of 100 layers, narrow stacks.
ActivationTimes.Print(args);
if (args.Length == 0)
{
    GeneratorTimes.Print();
    StackTimes.Print();
}
