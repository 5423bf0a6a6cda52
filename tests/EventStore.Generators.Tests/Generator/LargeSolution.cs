using System.Globalization;
using System.Text;

namespace EventStore.Generators.Tests.Generator;

/// <summary>The sources of a large domain, made by a rule: some nested, some unmarked, with value types that they share.</summary>
internal static class LargeSolution
{
    private const int EventsOfAnAggregate = 5;
    private const int UnrelatedFiles = 200;

    public static string AggregatePath(int aggregate) => $"Aggregate{aggregate:000}.cs";

    public static string EventsPath(int aggregate) => $"Events{aggregate:000}.cs";

    public static string UnrelatedPath(int file) => $"Unrelated{file:000}.cs";

    /// <summary>The sources by their paths, in the order of a project: with 200 aggregates there are 1,000 events, and one that the assembly names.</summary>
    public static SortedDictionary<string, string> Sources(int aggregates = 200)
    {
        SortedDictionary<string, string> sources = new(StringComparer.Ordinal)
        {
            ["Catalog.cs"] = "[EventStore.EventCatalog(States = [typeof(System.Collections.Generic.List<Shop.Line>)])] public static partial class Catalogue;\n",
            ["Names.cs"] = "[assembly: EventStore.Event<Shop.Imported<Shop.Address>>(\"address-imported\")]\nnamespace Shop;\npublic sealed record Imported<T>(T Item);\n",
            ["Projections.cs"] = """
                namespace Shop;

                [EventStore.Projection("totals")]
                public sealed partial class Totals
                {
                    public int Count { get; set; }

                    private void When(Event000x0 e) { Count += 1; }
                }

                [EventStore.ReadModel("rows")] public sealed partial class Rows { private void When(Event000x0 e) { } }
                [EventStore.ProjectionState] public sealed record Seen(Address Last);

                """,
            ["Shared.cs"] = """
                namespace Shop;

                public enum Kind { Small, Large }
                public readonly record struct Money(decimal Amount, string Currency = "EUR");
                public sealed record Address(string Street, string City, int? Number);
                public sealed class Line { public required string Article { get; init; } public int Quantity { get; init; } = 1; public Money Price { get; init; } }

                """,
        };
        for (int aggregate = 0; aggregate < aggregates; aggregate++)
        {
            sources.Add(EventsPath(aggregate), Events(aggregate));
            sources.Add(AggregatePath(aggregate), Aggregate(aggregate));
        }

        for (int file = 0; file < UnrelatedFiles; file++)
            sources.Add(UnrelatedPath(file), $"namespace Elsewhere;\n\npublic sealed class Unrelated{file:000}\n{{\n    // A comment.\n    public int Count {{ get; set; }}\n\n    public int Twice() => Count * 2;\n}}\n");

        return sources;
    }

    private static string Events(int aggregate)
    {
        var text = new StringBuilder("using EventStore;\n\nnamespace Shop;\n\n");
        if (IsNested(aggregate))
            text.Append(CultureInfo.InvariantCulture, $"public static partial class Module{aggregate:000}\n{{\n");

        for (int number = 0; number < EventsOfAnAggregate; number++)
        {
            string name = $"Event{aggregate:000}x{number}";
            if (!IsUnmarked(aggregate, number))
                text.Append(CultureInfo.InvariantCulture, $"[Event(\"event-{aggregate:000}-{number}\")] ");

            text.Append(number switch
            {
                0 => $"public sealed record {name}(System.Guid Id, string Name);\n",
                1 => $"public sealed record {name}(Money Price, int Count = 1);\n",
                2 => $"public sealed record {name}(Address Address, System.DateTimeOffset At);\n",
                3 => $"public readonly record struct {name}(Kind Kind, bool IsLast);\n",
                _ => $"public sealed class {name} {{ public System.Collections.Generic.List<Line> Lines {{ get; init; }} = []; public string? Note {{ get; set; }} }}\n",
            });
        }

        return text.Append(IsNested(aggregate) ? "}\n" : "").ToString();
    }

    private static string Aggregate(int aggregate)
    {
        bool isImmutable = aggregate % 4 == 1;
        string name = $"Aggregate{aggregate:000}";
        var text = new StringBuilder("using EventStore;\n\nnamespace Shop;\n\n");
        if (IsNested(aggregate))
            text.Append(CultureInfo.InvariantCulture, $"public static partial class Module{aggregate:000}\n{{\n");

        text.Append(CultureInfo.InvariantCulture, $"[Aggregate(\"aggregate-{aggregate:000}\")]\npublic sealed partial {(isImmutable ? "record" : "class")} {name}\n{{\n    private int _count;\n\n    // A comment.\n    public int Total()\n    {{\n        return _count;\n    }}\n\n");
        for (int number = 0; number < EventsOfAnAggregate; number++)
        {
            text.Append(isImmutable
                ? $"    private {name} When(Event{aggregate:000}x{number} e) => this with {{ _count = _count + {number} }};\n"
                : $"    private void When(Event{aggregate:000}x{number} e) {{ _count += {number}; }}\n");
        }

        return text.Append(IsNested(aggregate) ? "}\n}\n" : "}\n").ToString();
    }

    private static bool IsNested(int aggregate) => aggregate % 10 == 3;

    private static bool IsUnmarked(int aggregate, int number) => aggregate % 50 == 7 && number == 2;
}
