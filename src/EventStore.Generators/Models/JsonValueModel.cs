namespace EventStore.Generators.Models;

/// <summary>The type of a member or of an element, as far as code that reads and writes it has to know it.</summary>
/// <param name="Type">The type from <c>global::</c> on.</param>
/// <param name="Shape">How it stands in JSON.</param>
/// <param name="Code">A converter's property, or the name of the number that an enum is.</param>
/// <param name="Key">The type of the keys, or empty.</param>
/// <param name="Id">What the generated methods of the type are named after.</param>
/// <param name="CanBeNull">Whether null is one of its values.</param>
/// <param name="Element">The elements, the values of a dictionary, or the value that may be missing.</param>
internal sealed record JsonValueModel(string Type, JsonShape Shape, string Code, string Key, string Id, bool CanBeNull, JsonValueModel? Element);
