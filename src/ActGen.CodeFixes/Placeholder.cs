// placeholder until the first type lands
namespace ActGen.CodeFixes;
