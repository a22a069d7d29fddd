using ActGen.Gallery;
using ActGen.Tools;

// Writes docs/activations/: a page and a picture for every activation, and an index that compares them.
string folder = Repository.PathOf("docs", "activations");
Directory.CreateDirectory(folder);
IReadOnlyDictionary<string, string> files = Gallery.Files();
foreach ((string name, string text) in files)
    File.WriteAllText(Path.Combine(folder, name), text);
foreach (string stale in Gallery.Written(folder).Where(name => !files.ContainsKey(name)))
    File.Delete(Path.Combine(folder, stale));
Console.WriteLine($"{files.Count} files in {folder}");
