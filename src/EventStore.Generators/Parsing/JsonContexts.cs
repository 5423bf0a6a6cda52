using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Finds the contexts of the user's that write and read types in place of generated code.</summary>
internal static class JsonContexts
{
    /// <summary>The context that an event's own attribute names, or the assembly's that knows it; null if there is none.</summary>
    public static INamedTypeSymbol? OfEvent(INamedTypeSymbol @event, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        AttributeData? attribute = @event.Attribute(KnownNames.Event);
        if (attribute?.NamedArguments.FirstOrDefault(argument => argument.Key == "Json").Value.Value is not ITypeSymbol named)
            return OfAssembly(compilation, @event);

        Location? place = attribute.Location(cancellationToken);
        if (!IsContext(named, compilation))
            problems.Add(Descriptors.NoJsonContext, place, named.ShortName());
        else if (!Knows((INamedTypeSymbol)named, @event))
            problems.Add(Descriptors.UnknownToContext, place, @event.Name, named.ShortName());
        else
            return (INamedTypeSymbol)named;

        return null;
    }

    /// <summary>The first of the assembly's contexts that knows a type, or null.</summary>
    public static INamedTypeSymbol? OfAssembly(Compilation compilation, ITypeSymbol type) =>
        Named(compilation).Select(found => found.Context).OfType<INamedTypeSymbol>().FirstOrDefault(context => IsContext(context, compilation) && Knows(context, type));

    /// <summary>Tells which of the assembly's contexts are none.</summary>
    public static void Check(Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        foreach ((AttributeData attribute, ITypeSymbol? context) in Named(compilation))
        {
            if (context is { TypeKind: not TypeKind.Error } && !IsContext(context, compilation))
                problems.Add(Descriptors.NoJsonContext, attribute.Location(cancellationToken), context.ShortName());
        }
    }

    private static IEnumerable<(AttributeData Attribute, ITypeSymbol? Context)> Named(Compilation compilation) =>
        from attribute in compilation.Assembly.GetAttributes()
        where attribute.AttributeClass.Is(KnownNames.EventJson)
        select (attribute, attribute.Argument() as ITypeSymbol);

    /// <summary>The rest of it is written by System.Text.Json's generator, which no other generator sees.</summary>
    private static bool IsContext(ITypeSymbol type, Compilation compilation) =>
        type is INamedTypeSymbol { IsAbstract: false, IsUnboundGenericType: false } named
        && named.WithBases().Any(@base => @base.Is(KnownNames.JsonSerializerContext))
        && named.IsVisibleIn(compilation);

    private static bool Knows(INamedTypeSymbol context, ITypeSymbol type) => context.GetAttributes().Any(attribute =>
        attribute.AttributeClass.Is(KnownNames.JsonSerializable) && attribute.Argument() is ITypeSymbol known && SymbolEqualityComparer.Default.Equals(known, type));
}
