using EventStore.Generators.Diagnostics;
using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads events that an assembly names, since their types cannot.</summary>
internal static class NamedEventParser
{
    /// <summary>Reads an event with its JSON; null if it cannot be one. What is wrong is told at the attribute.</summary>
    public static EventModel? Parse(AttributeData attribute, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        Location? place = attribute.Location(cancellationToken);
        if (EventDeclaration.TypeOf(attribute) is not { TypeKind: not TypeKind.Error } type)
        {
            if (attribute.AttributeClass?.TypeArguments is [{ TypeKind: TypeKind.Array or TypeKind.Dynamic } other])
                problems.Add(Descriptors.StaticEvent, place, other.ShortName(), "no class, record or struct");

            return null;
        }

        if (EventDeclaration.Of(type, compilation).Attribute is { } first && !AreSame(first, attribute))
        {
            problems.Add(Descriptors.NamedTwice, place, type.ShortName(), first.AttributeClass.Is(KnownNames.Event) ? "at its class" : "by another attribute of the assembly");
            return null;
        }

        return EventParser.Parse(type, compilation, problems.At(place), cancellationToken);
    }

    /// <summary>Whether two attributes stand at one place.</summary>
    private static bool AreSame(AttributeData left, AttributeData right) =>
        left.ApplicationSyntaxReference is { } reference && right.ApplicationSyntaxReference is { } other && reference.SyntaxTree == other.SyntaxTree && reference.Span == other.Span;
}
