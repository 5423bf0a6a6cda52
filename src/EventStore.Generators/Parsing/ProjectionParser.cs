using EventStore.Generators.Models;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>Reads projections and read models.</summary>
internal static class ProjectionParser
{
    /// <summary>Reads a projection; null if nothing can be generated for it. A handler that is wrong is left out.</summary>
    public static ParsedProjection? ParseProjection(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken) =>
        Parse(type, ProjectionKind.Projection, compilation, problems, cancellationToken);

    /// <summary>Reads a read model; null if nothing can be generated for it. A handler that is wrong is left out.</summary>
    public static ParsedProjection? ParseReadModel(INamedTypeSymbol type, Compilation compilation, Problems problems, CancellationToken cancellationToken) =>
        Parse(type, ProjectionKind.ReadModel, compilation, problems, cancellationToken);

    private static ParsedProjection? Parse(INamedTypeSymbol type, ProjectionKind kind, Compilation compilation, Problems problems, CancellationToken cancellationToken)
    {
        AttributeData attribute = type.Attribute(kind == ProjectionKind.Projection ? KnownNames.Projection : KnownNames.ReadModel)!;
        string? name = attribute.Argument() as string;
        if (!ProjectionShape.IsSupported(type, kind, compilation, problems, cancellationToken))
            return null;

        if (!StoredName.IsValid(name, problems, attribute.Location(cancellationToken), type.Name, StoredName.Suggest(type.Name)))
            return null;

        ProjectionHandler[] handlers = HandlerSet<ProjectionHandler>.Parse(
            type, compilation, problems, (method, found) => ProjectionHandlerParser.Parse(method, type, kind, compilation, found, cancellationToken), cancellationToken);
        var projection = new ProjectionModel(TypeHeaderParser.Parse(type), kind, name!, handlers.Select(handler => handler.Model).ToEquatableArray());
        return new ParsedProjection(
            projection,
            Handler.UnmarkedEvents(handlers, compilation, problems, cancellationToken),
            kind == ProjectionKind.Projection && StateParser.Parse(type, compilation, problems, cancellationToken) is { } state ? new EquatableArray<StateModel>([state]) : default);
    }
}
