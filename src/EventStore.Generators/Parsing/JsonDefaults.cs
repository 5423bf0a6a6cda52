using System.Globalization;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace EventStore.Generators.Parsing;

/// <summary>Writes the default values of parameters as expressions.</summary>
internal static class JsonDefaults
{
    public static JsonParameterModel Parameter(IParameterSymbol parameter) =>
        new(
        parameter.Name,
        parameter.Type.FullName(),
        parameter.HasExplicitDefaultValue ? Expression(parameter.Type, parameter.ExplicitDefaultValue) : null,
        IsNullable: !JsonNullability.TakesNoNull(parameter));

    /// <summary>A text as a C# literal.</summary>
    public static string Literal(string text) => SymbolDisplay.FormatLiteral(text, quote: true);

    private static string Expression(ITypeSymbol type, object? value)
    {
        string fullName = type.FullName();
        return value switch
        {
            null => $"default({fullName})",
            string text => Literal(text),
            bool boolean => boolean ? "true" : "false",
            float number when float.IsNaN(number) => "float.NaN",
            float number when float.IsInfinity(number) => number > 0 ? "float.PositiveInfinity" : "float.NegativeInfinity",
            double number when double.IsNaN(number) => "double.NaN",
            double number when double.IsInfinity(number) => number > 0 ? "double.PositiveInfinity" : "double.NegativeInfinity",
            float number => $"({fullName})({number.ToString("R", CultureInfo.InvariantCulture)}f)",
            double number => $"({fullName})({number.ToString("R", CultureInfo.InvariantCulture)}d)",
            decimal number => $"({fullName})({number.ToString(CultureInfo.InvariantCulture)}m)",
            char character => $"({fullName})({SymbolDisplay.FormatLiteral(character, quote: true)})",
            IFormattable number => $"({fullName})({number.ToString(null, CultureInfo.InvariantCulture)})",
            _ => $"default({fullName})",
        };
    }
}
