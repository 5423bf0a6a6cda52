using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using EventStore.Generators.Models;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Diagnostics;

namespace EventStore.Generators.Diagnostics;

/// <summary>Tells what is wrong with events: their names, their shape, and what could not be stored.</summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class EventAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics { get; } =
    [
        Descriptors.DuplicateName,
        .. Descriptors.Storing,
        Descriptors.UnsealedEvent,
        Descriptors.AbstractEvent,
        Descriptors.GenericEvent,
        Descriptors.HiddenEvent,
        Descriptors.RefStructEvent,
        Descriptors.StaticEvent,
        Descriptors.EmptyName,
        Descriptors.NameTooLong,
        Descriptors.NameCharacters,
        Descriptors.NamedTwice,
        Descriptors.UnknownToContext,
        Descriptors.NoJsonContext,
    ];

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.EnableConcurrentExecution();
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.None);
        context.RegisterCompilationStartAction(static start =>
        {
            ConcurrentBag<(INamedTypeSymbol Type, EventName Name)> events = [];
            ConcurrentDictionary<(string Id, Location Place, string Message), bool> reported = new();
            start.RegisterSyntaxNodeAction(unit => AnalyzeNamed(unit, events), SyntaxKind.CompilationUnit);
            start.RegisterSymbolAction(symbol => AnalyzeEvent(symbol, events, reported), SymbolKind.NamedType);
            start.RegisterCompilationEndAction(end => ReportDuplicates(end, events));
            start.RegisterCompilationEndAction(static end => JsonContexts.Check(end.Compilation, new Problems(end.ReportDiagnostic), end.CancellationToken));
        });
    }

    /// <summary>Two events may hold the same type; what is wrong with it is told once.</summary>
    private static void AnalyzeEvent(SymbolAnalysisContext context, ConcurrentBag<(INamedTypeSymbol Type, EventName Name)> events, ConcurrentDictionary<(string Id, Location Place, string Message), bool> reported)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        if (type.Attribute(KnownNames.Aggregate) is not null || type.Attribute(KnownNames.Projection) is not null || type.Attribute(KnownNames.ReadModel) is not null)
            AddUnmarked(type, context, events);

        if (type.Attribute(KnownNames.Event) is null)
            return;

        var problems = new Problems(diagnostic =>
        {
            if (reported.TryAdd((diagnostic.Id, diagnostic.Location, diagnostic.GetMessage(CultureInfo.InvariantCulture)), true))
                context.ReportDiagnostic(diagnostic);
        });
        EventParser.Parse(type, context.Compilation, problems, context.CancellationToken);
        if (EventParser.ParseName(type, context.Compilation, new Problems(), context.CancellationToken) is { } name)
            events.Add((type, name));
    }

    /// <summary>What the assembly's attributes name, in the file in which they stand.</summary>
    private static void AnalyzeNamed(SyntaxNodeAnalysisContext context, ConcurrentBag<(INamedTypeSymbol Type, EventName Name)> events)
    {
        if (!((CompilationUnitSyntax)context.Node).AttributeLists.Any())
            return;

        foreach (AttributeData attribute in EventDeclaration.Named(context.Compilation.Assembly).Where(attribute => attribute.ApplicationSyntaxReference?.SyntaxTree == context.Node.SyntaxTree))
        {
            if (NamedEventParser.Parse(attribute, context.Compilation, new Problems(context.ReportDiagnostic), context.CancellationToken) is { } named)
                events.Add((EventDeclaration.TypeOf(attribute)!, named.Name));
        }
    }

    /// <summary>Without <c>[Event]</c>, what is handled is an event by the name of its class.</summary>
    private static void AddUnmarked(INamedTypeSymbol type, SymbolAnalysisContext context, ConcurrentBag<(INamedTypeSymbol Type, EventName Name)> events)
    {
        foreach (IMethodSymbol method in HandlerMethods.Of(type))
        {
            if (method.Parameters is [{ } parameter, ..]
                && HandledEvent.Find(method, parameter, context.Compilation, new Problems()) is { IsMarked: false } @event
                && @event.ReadName(parameter, context.Compilation, new Problems(), context.CancellationToken) is { } name)
                events.Add((@event.Type, name));
        }
    }

    private static void ReportDuplicates(CompilationAnalysisContext context, ConcurrentBag<(INamedTypeSymbol Type, EventName Name)> events)
    {
        Dictionary<string, EventName> owners = new(StringComparer.Ordinal);
        foreach ((INamedTypeSymbol type, EventName @event) in events.GroupBy(@event => @event.Name.Type, StringComparer.Ordinal).Select(found => found.First()).OrderBy(@event => @event.Name.Type, StringComparer.Ordinal))
        {
            foreach (string name in @event.FormerNames.Prepend(@event.Name))
            {
                if (!owners.TryGetValue(name, out EventName owner))
                    owners.Add(name, @event);
                else
                    new Problems(context.ReportDiagnostic).Add(
                        Descriptors.DuplicateName,
                        EventDeclaration.Of(type, context.Compilation).Attribute?.Location(context.CancellationToken) ?? type.Locations.FirstOrDefault(),
                        name,
                        owner.Type.Replace("global::", ""),
                        @event.Type.Replace("global::", ""));
            }
        }
    }
}
