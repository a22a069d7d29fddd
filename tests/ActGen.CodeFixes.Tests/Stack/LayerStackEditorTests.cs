using ActGen.CodeFixes.Stack;
using ActGen.Testing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Text;

namespace ActGen.CodeFixes.Tests.Stack;

public class LayerStackEditorTests
{
    [Theory]
    [InlineData("[A(1), X] class N;", "[A(1)] class N;")]
    [InlineData("[X, A(1)] class N;", "[A(1)] class N;")]
    [InlineData("[A(1), X, B] class N;", "[A(1), B] class N;")]
    [InlineData("[A(1), X, X, B] class N;", "[A(1), B] class N;")]
    [InlineData("[X, X, A(1), X] class N;", "[A(1)] class N;")]
    [InlineData("[A(1)] [X] class N;", "[A(1)] class N;")]
    [InlineData("[X] [A(1)] class N;", "[A(1)] class N;")]
    [InlineData("[A] [X] [X, X] [B] class N;", "[A] [B] class N;")]
    [InlineData("[A]\n[X]\n[B]\nclass N;", "[A]\n[B]\nclass N;")]
    [InlineData("[A]\n[X] [X]\n[B]\nclass N;", "[A]\n[B]\nclass N;")]
    [InlineData("[A]\r\n    [X]\r\n[B]\r\nclass N;", "[A]\r\n[B]\r\nclass N;")]
    [InlineData("[X] class N;", "class N;")]
    [InlineData("[A]\n[X] class N;", "[A]\nclass N;")]
    public void Removes_attributes_with_their_brackets_commas_and_lines(string before, string after) =>
        Assert.Equal(after, Edit(before, static (editor, attribute) => editor.Remove(attribute)));

    [Theory]
    // Behind a removed bracket on a line of its own: its comment.
    [InlineData("[A] // wide\n[X] // squashes\n[B] // out\nclass N;", "[A] // wide\n[B] // out\nclass N;")]
    // A line that keeps another layer keeps its comment.
    [InlineData("[A] [X] // block 1\n[B]\nclass N;", "[A] // block 1\n[B]\nclass N;")]
    [InlineData("[A, X] // block 1\nclass N;", "[A] // block 1\nclass N;")]
    [InlineData("// first\n[A]\n// then\n[X]\n// last\n[B]\nclass N;", "// first\n[A]\n// then\n// last\n[B]\nclass N;")]
    [InlineData("/// <summary>N</summary>\n[X]\n[A]\nclass N;", "/// <summary>N</summary>\n[A]\nclass N;")]
    [InlineData("[A /* wide */, X] class N;", "[A /* wide */] class N;")]
    [InlineData("[A, /* squashes */ X] class N;", "[A] class N;")]
    [InlineData("[A] /* wide */ [X] class N;", "[A] /* wide */ class N;")]
    [InlineData("[\n    A,  // wide\n    X,  // squashes\n    B   // out\n]\nclass N;", "[\n    A,  // wide\n    B   // out\n]\nclass N;")]
    [InlineData("[\n    A,  // wide\n    X   // squashes\n]\nclass N;", "[\n    A  // wide\n]\nclass N;")]
    // Never does a bracket close on a line of its own that did not.
    [InlineData("[A, // wide\n X]\nclass N;", "[A] // wide\nclass N;")]
    [InlineData("[A, // wide\n X, B,\n X] [C]\nclass N;", "[A, // wide\n B] [C]\nclass N;")]
    [InlineData("[A, // wide\n X] [C]\nclass N;", "[A] // wide\n [C]\nclass N;")]
    [InlineData("[A, // wide\n // narrow\n X]\nclass N;", "[A] // wide\n // narrow\nclass N;")]
    [InlineData("[A, /* wide */\r\n  X] // squashes\r\nclass N;", "[A] /* wide */\r\n  // squashes\r\nclass N;")]
    [InlineData("[A,\n X] // block\nclass N;", "[A] // block\nclass N;")]
    [InlineData("[A, // wide\n X\n]\nclass N;", "[A // wide\n]\nclass N;")]
    [InlineData("[A,\n X]\nclass N;", "[A]\nclass N;")]
    [InlineData("[X, // squashes\n // out\n B]\nclass N;", "[// out\n B]\nclass N;")]
    public void Comments_of_neighbours_stay(string before, string after) =>
        Assert.Equal(after, Edit(before, static (editor, attribute) => editor.Remove(attribute)));

    [Theory]
    [InlineData("[X(64)] class N;", "[X(64), Y] class N;")]
    [InlineData("[X(64), A] class N;", "[X(64), Y, A] class N;")]
    [InlineData("[X(64)] // wide\n[X(32)] /* narrow */ [A]\nclass N;", "[X(64), Y] // wide\n[X(32), Y] /* narrow */ [A]\nclass N;")]
    [InlineData("[X /* wide */] class N;", "[X, Y /* wide */] class N;")]
    public void Inserts_into_the_bracket_of_the_layer_before(string before, string after) =>
        Assert.Equal(after, Edit(before, static (editor, attribute) => editor.InsertAfter(attribute, "Y")));

    [Theory]
    [InlineData("[A, X(1, B = 2), /* c */ B] class N;", "[A, Y, /* c */ B] class N;")]
    [InlineData("[X]\n// c\n[X]\nclass N;", "[Y]\n// c\n[Y]\nclass N;")]
    public void Replaces_in_place(string before, string after) =>
        Assert.Equal(after, Edit(before, static (editor, attribute) => editor.Replace(attribute, "Y")));

    [Theory]
    [InlineData("[A]\n[X(Smooth = 1)]\n[B] // out\nclass N;", "[A]\n[B] // out\n[X(Smooth = 1)]\nclass N;")]
    [InlineData("[A] [X] [B] class N;", "[A] [B] [X] class N;")]
    [InlineData("class Outer\r\n{\r\n    [A, X]\r\n    [B]\r\n    class N;\r\n}", "class Outer\r\n{\r\n    [A]\r\n    [B]\r\n    [X]\r\n    class N;\r\n}")]
    [InlineData("[X]\n[A] class N;", "[A] [X] class N;")]
    public void Moves_to_the_end(string before, string after) =>
        Assert.Equal(after, Edit(before, static (editor, attribute) => editor.MoveLast(attribute)));

    [Theory]
    [InlineData("[A]\nclass N;", "[A]\n[Y(1)] // one\n[Z]\nclass N;")]
    [InlineData("[A] // wide\nclass N;", "[A] // wide\n[Y(1)] // one\n[Z]\nclass N;")]
    [InlineData("[A] class N;", "[A]\n[Y(1)] // one\n[Z]\nclass N;")]
    [InlineData("[A]\r\n  [B] class N;", "[A]\r\n  [B]\r\n  [Y(1)] // one\r\n  [Z]\r\n  class N;")]
    public void Appends_brackets_with_their_comments(string before, string after) => Assert.Equal(after, Apply(before, static (editor, _) =>
    {
        editor.Append("[Y(1)] // one");
        editor.Append("[Z]");
    }));

    [Fact]
    public void Sets_an_argument() => Assert.Equal(
        "[A] [X(0.2, B = 3)] class N;",
        Edit("[A] [X(20, B = 3)] class N;", static (editor, attribute) => editor.SetArgument(attribute.ArgumentList!.Arguments[0], "0.2")));

    [Theory]
    [InlineData("[X] class N;", "[X(Bias = false)] class N;")]
    [InlineData("[X()] class N;", "[X(Bias = false)] class N;")]
    [InlineData("[X(8)] class N;", "[X(8, Bias = false)] class N;")]
    [InlineData("[X(8, Bias = true, C = 1)] class N;", "[X(8, Bias = false, C = 1)] class N;")]
    public void Sets_a_property(string before, string after) =>
        Assert.Equal(after, Edit(before, static (editor, attribute) => editor.SetArgument(attribute, "Bias", "false")));

    [Theory]
    [InlineData("[X] class N;", "[X] class N;")]
    [InlineData("[X(8)] class N;", "[X(8)] class N;")]
    [InlineData("[X(Bias = true)] class N;", "[X] class N;")]
    [InlineData("[X(8, Bias = true)] class N;", "[X(8)] class N;")]
    [InlineData("[X(8, Bias = true, C = 1)] class N;", "[X(8, C = 1)] class N;")]
    [InlineData("[X(Bias = true, C = 1)] class N;", "[X(C = 1)] class N;")]
    public void Takes_a_property_out(string before, string after) =>
        Assert.Equal(after, Edit(before, static (editor, attribute) => editor.RemoveArgument(attribute, "Bias")));

    [Fact]
    public void Edits_of_one_class_do_not_disturb_each_other() => Assert.Equal(
        "[A, Y] // one\n[B]\n[C(2)]\nclass N;",
        Apply("[A, X] // one\n[X, B, X]\n[X]\n[C(1)]\nclass N;", static (editor, attributes) =>
        {
            foreach (AttributeSyntax attribute in attributes.Where(a => a.Name.ToString() == "X"))
                editor.Remove(attribute);
            editor.InsertAfter(attributes[0], "Y");
            editor.SetArgument(attributes[^1].ArgumentList!.Arguments[0], "2");
        }));

    [Theory]
    [InlineData("[A]\n#if DEBUG\n[X]\n#endif\nclass N;")]
    [InlineData("[A]\n[X]\n#if DEBUG\n[B]\n#endif\nclass N;")]
    [InlineData("#if !DEBUG\n[A]\n#else\n[X]\n#endif\nclass N;")]
    [InlineData("[A,\n#region r\nX]\n#endregion\nclass N;")]
    [InlineData("[A]\n#pragma warning disable ACT1001\n[X]\nclass N;")]
    public void A_stack_with_a_directive_is_left_alone(string code) => Assert.False(LayerStackEditor.CanEdit(TypeOf(code)));

    [Theory]
    [InlineData("#nullable enable\n[X]\nclass N;")]
    [InlineData("#region networks\n[X]\nclass N;\n#endregion")]
    [InlineData("#pragma warning disable CS0618\n[X]\n#pragma warning restore CS0618\nclass N;")]
    [InlineData("[X]\nclass N\n{\n#if DEBUG\n#endif\n}")]
    public void A_directive_outside_the_stack_does_not_matter(string code) => Assert.True(LayerStackEditor.CanEdit(TypeOf(code)));

    private static string Edit(string code, Action<LayerStackEditor, AttributeSyntax> edit) => Apply(code, (editor, attributes) =>
    {
        foreach (AttributeSyntax attribute in attributes.Where(a => a.Name.ToString() == "X"))
            edit(editor, attribute);
    });

    private static string Apply(string code, Action<LayerStackEditor, AttributeSyntax[]> edit)
    {
        TypeDeclarationSyntax type = TypeOf(code);
        var editor = new LayerStackEditor(SourceText.From(code), type);
        edit(editor, [.. type.AttributeLists.SelectMany(list => list.Attributes)]);
        return SourceText.From(code).WithChanges(editor.Changes()).ToString();
    }

    private static TypeDeclarationSyntax TypeOf(string code) => TestCompilation.Parse(code, "Test.cs").GetRoot()
        .DescendantNodes().OfType<TypeDeclarationSyntax>().Single(type => type.Identifier.Text == "N");
}
