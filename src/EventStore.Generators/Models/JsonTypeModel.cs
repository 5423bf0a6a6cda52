using EventStore.Generators.Emission;

namespace EventStore.Generators.Models;

/// <summary>A type as it stands in JSON.</summary>
/// <param name="Type">The type from <c>global::</c> on.</param>
/// <param name="Shape">How it stands in JSON.</param>
/// <param name="Code">A converter's property or type, a context, or what makes an empty collection; empty if there is none.</param>
/// <param name="Element">The type of the elements, the values or the value, or empty.</param>
/// <param name="Key">The type of the keys, or empty.</param>
/// <param name="Object">Construction and members of an object.</param>
internal sealed record JsonTypeModel(
    string Type,
    JsonShape Shape,
    string Code = "",
    string Element = "",
    string Key = "",
    JsonObjectModel? Object = null)
{
    /// <summary>What its generated methods are named after. It follows from the type alone, so that one type more changes no other's code.</summary>
    public string Id => Identifiers.Of(Type.Replace("global::", ""));

    /// <summary>The name of the file with the JSON of an object.</summary>
    public string HintName => Identifiers.HintName(Type.Replace("global::", "")) + ".Json";
}
