using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Tests.Projections;

/// <summary>What is generated for projections and read models, called as an engine calls it.</summary>
public sealed class ProjectionTests
{
    private const string Contracts = """
        using EventStore;
        namespace Contracts;
        [Event("opened", "started")] public sealed record Opened(string Owner);
        [Event("closed")] public readonly record struct Closed(int Reason);
        [EventCatalog] public static partial class ContractEvents;
        """;

    private const string Engine = """
        using System;
        using System.Collections.Generic;
        using System.Linq;
        using System.Text;
        using System.Text.Json;
        using System.Threading;
        using System.Threading.Tasks;
        using EventStore;
        using Contracts;

        [Event("moved")] public sealed record Moved(string City);
        [EventCatalog(Includes = [typeof(ContractEvents)], States = [typeof(List<string>), typeof(Dictionary<string, Box>)])] public static partial class Events;
        public sealed class Box { public int Size { get; set; } }
        [ProjectionState] public sealed record Marked(int N);

        public sealed class Context(DomainEvent domainEvent, List<string> log) : ProjectionContext
        {
            public override DomainEvent Event => domainEvent;
            public override void Stop() => log.Add("stop");
            public override void Emit(object payload, EventMetadata? metadata = null) => log.Add("emit " + payload);
            public override void Emit(DomainEvent domainEvent) => log.Add("emit " + domainEvent.Name);
            public override void LinkTo(string streamName, DomainEvent domainEvent) => log.Add($"link {streamName} {domainEvent.Name}");
        }

        public sealed class ReadContext(DomainEvent domainEvent, List<string> log) : ReadModelContext
        {
            public override DomainEvent Event => domainEvent;
            public override void Stop() => log.Add("stop");
        }

        public static class Runner
        {
            public static readonly List<string> Log = [];
            public static readonly object[] All = [new Opened("Ada"), new Moved("Graz"), new Closed(3)];
            public static T Project<T>(T state, CancellationToken token = default) where T : class, IProjection<T>
            {
                foreach (object payload in All)
                {
                    DomainEvent wrapped = DomainEvent.Create(Events.Catalog, payload, null, EventMetadata.Empty.With("n", 1L));
                    ValueTask<T> task = T.HandleAsync(state, T.FindEvent(Encoding.UTF8.GetBytes(wrapped.Name)), payload, new Context(wrapped, Log), token);
                    Log.Add(task.IsCompletedSuccessfully ? "now" : "later");
                    state = task.AsTask().GetAwaiter().GetResult();
                }
                return state;
            }
            public static T Read<T>(T state) where T : class, IReadModelHandlers<T>
            {
                foreach (object payload in All)
                {
                    DomainEvent wrapped = DomainEvent.Create(Events.Catalog, payload);
                    int ordinal = T.FindEvent(Encoding.UTF8.GetBytes(wrapped.Name));
                    if (ordinal >= 0)
                        state = T.HandleAsync(state, ordinal, payload, new ReadContext(wrapped, Log), default).AsTask().GetAwaiter().GetResult();
                }
                return state;
            }
            public static string Describe<T>() where T : class, IProjection<T> =>
                $"{T.ProjectionName} {string.Join(",", T.EventTypes.Select(type => type.Name))} {T.HandlersReadContext} {T.FindEvent("started"u8)} {T.FindEvent("none"u8)} {JsonSerializer.Serialize(T.Create(), T.StateJson)}";
            public static T Again<T>(T state) where T : class, IProjection<T> => JsonSerializer.Deserialize(JsonSerializer.Serialize(state, T.StateJson), T.StateJson)!;
        }

        """;

    [Fact]
    public void A_class_changes_itself_at_once_or_later_and_is_stored_as_its_members_say() =>
        Assert.Equal(
            "totals closed,moved,opened True 2 -1 {\"Owners\":[],\"City\":\"\",\"Reason\":0}|now,link copies opened,later,emit Moved { City = Linz },stop,now|Ada Graz 3 1|Ada Graz 3",
            Execution.Run(("Contracts", Contracts), ("App", Engine + """
                [Projection("totals")]
                public sealed partial class Totals
                {
                    public List<string> Owners { get; set; } = [];
                    public string City { get; set; } = "";
                    public int Reason { get; set; }
                    [System.Text.Json.Serialization.JsonIgnore] public long Seen { get; set; }
                    private void WhenOpened(Opened e, EventMetadata metadata) { Owners.Add(e.Owner); Seen = metadata["n"].GetInt64(); }
                    private async Task When(Moved e, DomainEvent<Moved> wrapped, ProjectionContext context, CancellationToken token)
                    {
                        context.LinkTo("copies", context.Event.Name == "moved" ? DomainEvent.Create(Events.Catalog, new Opened("x")) : context.Event);
                        await Task.Delay(20, token);
                        City = wrapped.Payload.City;
                        context.Emit(new Moved("Linz"));
                    }
                    private ValueTask When(Closed e, ProjectionContext context) { Reason = e.Reason; context.Stop(); return default; }
                }
                public static class Test
                {
                    public static string Run()
                    {
                        Totals totals = Runner.Project(new Totals());
                        string log = string.Join(",", Runner.Log);
                        Totals again = Runner.Again(totals);
                        return $"{Runner.Describe<Totals>()}|{log}|{string.Join(",", totals.Owners)} {totals.City} {totals.Reason} {totals.Seen}|{string.Join(",", again.Owners)} {again.City} {again.Reason}";
                    }
                }
                """)));

    [Fact]
    public void An_immutable_record_returns_the_next_state_or_a_task_of_it() =>
        Assert.Equal(
            "seen closed,moved,opened False 2 -1 {\"N\":0}|7|0",
            Execution.Run(("Contracts", Contracts), ("App", Engine + """
                [Projection("seen")]
                public sealed partial record Seen
                {
                    public int N { get; init; }
                    private Seen When(Opened e) => this with { N = N + 1 };
                    private async Task<Seen> When(Moved e, CancellationToken token) { await Task.Yield(); return this with { N = N + 2 }; }
                    private ValueTask<Seen> When(Closed e) => new(this with { N = N + 4 });
                }
                public static class Test
                {
                    public static string Run() { var first = new Seen(); return $"{Runner.Describe<Seen>()}|{Runner.Project(first).N}|{first.N}"; }
                }
                """)));

    [Fact]
    public void Handlers_that_take_the_header_need_no_metadata() =>
        Assert.Equal(
            "True False|True True|opened,moved",
            Execution.Run(("Contracts", Contracts), ("App", Engine + """
                [Projection("heads")]
                public sealed partial class Heads
                {
                    public List<string> Names { get; set; } = [];
                    private void When(Opened e, EventHeader header) => Names.Add(header.Name);
                    private void When(Moved e, EventHeader header, CancellationToken token) => Names.Add(header.Name);
                    private void When(Closed e) { }
                }
                [Projection("mixed")]
                public sealed partial class Mixed
                {
                    private void When(Opened e, EventHeader header) { }
                    private void When(Moved e, ProjectionContext context) { }
                    private void When(Closed e) { }
                }
                public static class Test
                {
                    private static string Reads<T>() where T : class, IProjection<T> => $"{T.HandlersReadContext} {T.HandlersReadMetadata}";
                    public static string Run() => $"{Reads<Heads>()}|{Reads<Mixed>()}|{string.Join(",", Runner.Project(new Heads()).Names)}";
                }
                """)));

    [Fact]
    public void A_handler_that_ends_at_once_allocates_nothing() =>
        Assert.Equal(0L, Execution.Run(("Contracts", Contracts), ("App", Engine + """
            [Projection("count")]
            public sealed partial class Count
            {
                public int N { get; set; }
                private void When(Opened e) => N++;
                private Task When(Moved e) { N++; return Task.CompletedTask; }
                private ValueTask When(Closed e) { N++; return default; }
            }
            public static class Test
            {
                public static long Run() => Measure(new Count());
                static long Measure<T>(T state) where T : class, IProjection<T>
                {
                    object[] payloads = [Runner.All[2], Runner.All[1], Runner.All[0]];
                    long allocated = long.MaxValue;
                    for (int round = 0; round < 3; round++)
                    {
                        long before = GC.GetAllocatedBytesForCurrentThread();
                        for (int i = 0; i < 3000; i++)
                            state = T.HandleAsync(state, i % 3, payloads[i % 3], null!, default).GetAwaiter().GetResult();
                        allocated = Math.Min(allocated, GC.GetAllocatedBytesForCurrentThread() - before);
                    }
                    return allocated;
                }
            }
            """)));

    [Fact]
    public void A_read_model_handles_what_it_has_handlers_for_and_has_no_state() =>
        Assert.Equal("rows opened,closed;insert Ada,stop,delete 3;False", Execution.Run(("Contracts", Contracts), ("App", Engine + """
            [ReadModel("rows")]
            public sealed partial class Rows(List<string> log)
            {
                private ValueTask When(Opened e, DomainEvent wrapped, ReadModelContext context) { log.Add("insert " + e.Owner); context.Stop(); return default; }
                private Task WhenClosed(Closed e) { log.Add($"delete {e.Reason}"); return Task.CompletedTask; }
            }
            public static class Test
            {
                public static string Run() { Runner.Read(new Rows(Runner.Log)); return $"{Describe<Rows>()};{string.Join(",", Runner.Log)};{Events.Catalog.TryFindState(typeof(Rows), out _)}"; }
                static string Describe<T>() where T : class, IReadModelHandlers<T> => $"{T.ReadModelName} {string.Join(",", T.EventTypes.Select(type => type.Name).Reverse())}";
            }
            """)));

    [Fact]
    public void A_catalog_knows_the_states_that_are_marked_and_those_that_it_names() =>
        Assert.Equal("[\"a\"] {\"k\":{\"Size\":2}} {\"N\":3} {\"Text\":\"\"} False", Execution.Run(("Contracts", Contracts), ("App", Engine + """
            [Projection("own")] public sealed partial class Own { public string Text { get; set; } = ""; private void When(Opened e) => Text = e.Owner; }
            public static class Test
            {
                public static string Run() => $"{Write(new List<string> { "a" })} {Write(new Dictionary<string, Box> { ["k"] = new Box { Size = 2 } })} {Write(new Marked(3))} {Write(new Own())} {Events.Catalog.TryFindState(typeof(int), out _)}";
                static string Write(object state) => Events.Catalog.TryFindState(state.GetType(), out var json) ? JsonSerializer.Serialize(state, json) : "none";
            }
            """)));

    [Fact]
    public void A_handler_of_a_read_model_can_neither_emit_nor_link()
    {
        const string source = """
            using EventStore;
            [Event("e")] public sealed record E;
            [ReadModel("r")] public sealed partial class R { void When(E e, ReadModelContext context) { context.Emit(e); context.LinkTo("s", context.Event); } }
            """;

        Assert.Equal(["CS1061", "CS1061"], Compilations.Generate(Compilations.Create(source)).GetDiagnostics(TestContext.Current.CancellationToken).Where(found => found.Severity == DiagnosticSeverity.Error).Select(found => found.Id));
    }

    [Fact]
    public void The_states_of_an_included_catalog_are_found() =>
        Assert.Equal("True", Execution.Run(
            ("Far", "using EventStore; [EventCatalog] public static partial class FarEvents; [ProjectionState] public sealed record Far(int N);"),
            ("Near", "using EventStore; [EventCatalog(Includes = [typeof(FarEvents)])] public static partial class NearEvents; public static class Test { public static string Run() => NearEvents.Catalog.TryFindState(typeof(Far), out _).ToString(); }")));
}
