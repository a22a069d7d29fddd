using System.Composition;
using ActGen.Analyzers.Declarations;
using ActGen.Analyzers.Findings;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeFixes;

namespace ActGen.CodeFixes.Stack;

/// <summary>The fixes of all rules about networks: the rule says which edits, this makes them.</summary>
[ExportCodeFixProvider(LanguageNames.CSharp, Name = nameof(LayerStackFix)), Shared]
internal sealed class LayerStackFix() : TextFix([.. NetworkRules.All.Where(rule => rule.HasFix).Select(rule => rule.Descriptor.Id)])
{
    public override IEnumerable<Offer> Offers(FixSite site) =>
        from fix in StackFix.Read(site.Diagnostic.Properties)
        let edits = fix.Edits.Select(edit => Edit(site, edit)).ToList()
        where edits.All(edit => edit is not null)
        select new Offer(fix.Title, document => edits.ForEach(edit => edit!(document)));

    /// <summary>One edit, or null where it cannot be made.</summary>
    private static Action<DocumentEdits>? Edit(FixSite site, StackEdit edit)
    {
        if (site.Attribute(edit.Place) is not { } attribute)
            return null;
        switch (edit.Kind)
        {
            case StackEditKind.Remove:
                return document => document.StackOf(attribute).Remove(attribute);
            case StackEditKind.SetArgument:
                return document => document.StackOf(attribute).SetArgument(attribute, edit.Name, edit.Value);
            case StackEditKind.SetFirstArgument:
                return attribute.ArgumentList?.Arguments.FirstOrDefault() is { } argument ? document => document.StackOf(attribute).SetArgument(argument, edit.Value) : null;
            case StackEditKind.RemoveArgument:
                return document => document.StackOf(attribute).RemoveArgument(attribute, edit.Name);
        }
        if (AttributeNames.NameFor(site.Model, attribute, edit.Name + "Attribute") is not { } name)
            return null;
        string written = edit.Kind == StackEditKind.Rename ? name + attribute.ArgumentList : edit.Value.Length == 0 ? name : $"{name}({edit.Value})";
        return edit.Kind is StackEditKind.Replace or StackEditKind.Rename
            ? document => document.StackOf(attribute).Replace(attribute, written)
            : document => document.StackOf(attribute).InsertAfter(attribute, written);
    }
}
