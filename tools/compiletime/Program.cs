using ActGen.CompileTime;

// dotnet run -c Release --project tools/compiletime [-- names of activations]
// What the compiler components cost while somebody types: each activation, and a network of 100 layers.
ActivationTimes.Print(args);
if (args.Length == 0)
    GeneratorTimes.Print();
