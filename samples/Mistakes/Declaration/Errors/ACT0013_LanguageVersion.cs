// Right in C# 14. This project with -p:LangVersion=11 shows the error: generated code needs C# 12.
using ActGen;

namespace Mistakes.ACT0013
{
    /// <summary>Wrong is not the class, but the version.</summary>
    [Network(4)]
    [Dense(3)]
    [CrossEntropyLoss]
    public sealed partial class Wrong
    {
    }
}
