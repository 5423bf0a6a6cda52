namespace EventStore.Generators.Models;

/// <summary>A type with members, and the name of the file that its JSON stands in.</summary>
internal sealed record JsonFileModel(string FileName, JsonTypeModel Type);
