namespace ActGen.Gallery.Catalogue;

/// <summary>An activation that is no formula of one number.</summary>
/// <param name="Name">Of its attribute, and of its page.</param>
/// <param name="Usage">The attribute with what it requires.</param>
/// <param name="Prose">What its author wrote about it.</param>
internal sealed record RowActivation(string Name, string Usage, Prose Prose);
