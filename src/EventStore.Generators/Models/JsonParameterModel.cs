namespace EventStore.Generators.Models;

/// <summary>A parameter of a constructor.</summary>
/// <param name="Name">Its name, not escaped.</param>
/// <param name="Type">Its type from <c>global::</c> on.</param>
/// <param name="Default">Its default value as an expression, or null if it has none.</param>
/// <param name="IsNullable">Whether it takes null.</param>
internal sealed record JsonParameterModel(string Name, string Type, string? Default, bool IsNullable);
