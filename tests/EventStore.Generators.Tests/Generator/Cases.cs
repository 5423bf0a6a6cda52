namespace EventStore.Generators.Tests.Generator;

/// <summary>Sources whose generated code is kept, compiled, and generated again after an unrelated edit.</summary>
internal static class Cases
{
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>
    {
        ["Class"] = """
            using EventStore;

            namespace Bank;

            [Event("account-opened")] public sealed record AccountOpened(string Owner);
            [Event("money-deposited", "deposit-made")] public sealed record MoneyDeposited(decimal Amount);
            [Event("account-closed")] public readonly record struct AccountClosed;

            [Aggregate("account"), Ignores("old"), Ignores<AccountClosed>]
            public sealed partial class Account
            {
                private decimal _balance;
                public static Account Open(System.Guid id) { var a = New(id); a.RecordThat(new AccountOpened("x")); return a; }
                private void WhenAccountOpened(AccountOpened e) { }
                private void When(MoneyDeposited e, EventMetadata metadata) => _balance += e.Amount;
            }

            [EventCatalog] public static partial class BankEvents;
            """,
        ["ImmutableRecord"] = """
            using EventStore;

            [Event("added")] internal sealed record Added(int By);

            [Aggregate("counter")]
            internal sealed partial record Counter
            {
                public int N { get; init; }
                private Counter When(Added e, DomainEvent domainEvent) => this with { N = N + e.By };
                public Counter Add(int by) => RecordThat(new Added(by));
            }
            """,
        ["HostileNames"] = """
            namespace @class.System
            {
                public partial struct @event
                {
                    internal partial record EventStore
                    {
                        [global::EventStore.Event("na\"me\\ \u1000 😀 {0}")] internal sealed record @int(global::System.Guid Guid, int @params, int String = 1);

                        [global::EventStore.Event("All_")] internal sealed class @partial { [global::System.Text.Json.Serialization.JsonInclude] private string options { get; set; } = ""; public required int value { get; init; } }

                        [global::EventStore.Aggregate("re\"cord")]
                        private sealed partial class @record
                        {
                            private sealed class Guid { }
                            private sealed class TimeProvider { }
                            private string history = "", payload = "", domainEvent = "", journal = "", aggregate = "", ordinal = "", context = "";
                            private void When(@int @event) => history = payload + domainEvent + journal + aggregate + ordinal + context;
                            private void When(@partial e) { }
                        }
                    }
                }
            }

            [global::EventStore.Event("global")] public sealed record All_(global::EventStoreShape Shape);

            public struct EventStoreShape { public int X { get; init; } [global::System.Obsolete] public int Y; }

            [global::EventStore.EventCatalog] internal static partial class @static { }
            """,
        ["Unmarked"] = """
            using EventStore;

            public sealed record Opened(Part Part);
            public sealed record Part(int N);
            [Aggregate("a")] public partial record Thing { private void When(Opened e) { } }
            """,
        ["Shapes"] = """
            using EventStore;
            using System.Collections.Generic;
            using System.Text.Json.Serialization;

            public enum Kind { A }
            [JsonConverter(typeof(JsonStringEnumConverter))] public enum Text { A }
            public readonly record struct Money(decimal Amount, string Currency = "EUR");
            [JsonDerivedType(typeof(Circle), "c")] public abstract record Shape;
            public sealed record Circle(int R) : Shape;

            [Event("shapes")]
            public sealed class Shapes
            {
                public required Kind Kind { get; init; }
                public Text? Text { get; set; } = null;
                public List<Money> Prices { get; init; } = [];
                public Dictionary<System.Guid, Shape[]> ById { get; set; } = [];
                [JsonPropertyName("n")] public int Number { get; init; } = 5;
            }

            [Event("checked")] public sealed record Checked(double D = double.NaN, Kind K = Kind.A, string S = "\"") { public string S { get; } = S; }
            """,
        ["Discouraged"] = """
            using System;
            using EventStore;

            [Event("gone"), Obsolete("Do not use.", error: true)] public sealed record Gone(int N);
            [Event("tried"), System.Diagnostics.CodeAnalysis.Experimental("TRY001")] public sealed record Tried(int N);
            [Event("old"), Obsolete("Do not use.", DiagnosticId = "OLD001")] public sealed record Old(int N) { [Obsolete("No.", true)] public int M { get; set; } }
            [Event("keyword")] public sealed record @event(int @class, string Text = "a", params int[] @params);
            [Event("hides")] public sealed class Equals { public int N { get; init; } }

            [Aggregate("keyword")] public sealed partial class @class { private void When(@event e) { } }
            """,
        ["Projections"] = """
            using System.Threading;
            using System.Threading.Tasks;
            using EventStore;

            [assembly: Event<Imported<int>>("number-imported")]

            [Event("opened")] public sealed record Opened(string Owner);
            public sealed record Imported<T>(T Item);
            public sealed record Plain;

            [Projection("owners")]
            public sealed partial class Owners
            {
                public int Count { get; set; }
                private void When(Opened e, EventMetadata metadata) => Count++;
                private Task WhenImported(Imported<int> e, DomainEvent<Imported<int>> wrapped, ProjectionContext context, CancellationToken cancellationToken) => Task.CompletedTask;
            }

            [Projection("opened")]
            public sealed partial record Last
            {
                public string Owner { get; init; } = "";
                private Last When(Opened e) => this with { Owner = e.Owner };
                private ValueTask<Last> When(Plain e) => new(this);
            }

            public partial class Outer
            {
                [ReadModel("rows")]
                private sealed partial class Rows
                {
                    private ValueTask When(Opened e, DomainEvent wrapped, ReadModelContext context) => default;
                }
            }

            [ProjectionState] public sealed record State(int N);
            [EventCatalog(States = [typeof(System.Collections.Generic.List<string>)])] public static partial class Events;
            """,
        ["ManyNames"] = $$"""
            using EventStore;

            [Event("thing-moved", {{string.Join(", ", Enumerable.Range(1, 64).Select(n => $"\"warehouse.thing-moved.v{n}\""))}})] public sealed record Moved;
            [Aggregate("thing")] public sealed partial class Thing { private void When(Moved e) { } }
            """,
        ["CatalogWithoutEvents"] = """
            namespace Empty;

            [EventStore.EventCatalog] public static partial class EmptyEvents;
            """,
    };
}
