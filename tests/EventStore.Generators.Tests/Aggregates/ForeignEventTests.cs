using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Tests.Aggregates;

/// <summary>Aggregates that handle events of other assemblies.</summary>
public sealed class ForeignEventTests
{
    private const string Contracts = """
        using EventStore;
        namespace Contracts;
        [Event("opened", "started")] public sealed record Opened(string Owner, Address? Address = null) { public string Note { get; init; } = "none"; }
        [Event("closed")] public readonly record struct Closed(int Reason);
        public sealed record Address(string City);
        [EventCatalog] public static partial class ContractEvents;
        """;

    private const string Billing = """
        using EventStore;
        namespace Billing;
        [Event("billed")] public sealed record Billed(decimal Amount);
        [EventCatalog(Includes = [typeof(Contracts.ContractEvents)])] public static partial class BillingEvents;
        """;

    private const string Bank = """
        using System;
        using System.Linq;
        using System.Text;
        using System.Text.Json;
        using EventStore;
        using Contracts;
        [Event("moved")] public sealed record Moved(string City);
        [Aggregate("account"), Ignores<Billing.Billed>]
        public sealed partial class Account
        {
            public string Log { get; private set; } = "";
            private void When(Opened e) => Log += $"opened {e.Owner} {e.Address?.City} {e.Note};";
            private void When(Closed e, EventMetadata metadata) => Log += $"closed {e.Reason};";
            private void WhenMoved(Moved e) => Log += $"moved {e.City};";
            public static Account Start()
            {
                var account = New(Guid.CreateVersion7());
                account.RecordThat(new Opened("Ada", new Address("Graz")));
                account.RecordThat(new Moved("Linz"));
                account.RecordThat(new Closed(3));
                return account;
            }
        }
        [EventCatalog(Includes = [typeof(Billing.BillingEvents)])] public static partial class BankEvents;
        """;

    [Fact]
    public void They_are_recorded_replayed_and_read_by_the_JSON_of_their_own_assembly() =>
        Assert.Equal(
            "opened Ada Graz none;moved Linz;closed 3;|opened Ada Graz none;moved Linz;closed 3;|closed,moved,opened|2 1 True|Opened { Owner = Bob, Address = , Note = none }",
            Execution.Run(("Contracts", Contracts), ("Billing", Billing), ("Bank", Bank + """
                public static class Test
                {
                    public static string Run() => $"{Account.Start().Log}|{Account.FromHistory(Account.Start().PopEvents()).Log}|{Describe<Account>()}";
                    static string Describe<T>() where T : class, IAggregate<T> =>
                        $"{string.Join(",", T.EventTypes.Select(type => type.Name))}|{T.FindEvent("started"u8)} {T.FindEvent("moved"u8)} {T.IgnoresEvent("billed"u8)}|"
                        + JsonSerializer.Deserialize("{\"Owner\":\"Bob\"}", T.EventTypes[2].JsonTypeInfo);
                }
                """)));

    [Fact]
    public void A_catalog_includes_others_and_those_that_they_include() =>
        Assert.Equal(
            "billed,closed,moved,opened True True",
            Execution.Run(("Contracts", Contracts), ("Billing", Billing), ("Bank", Bank + """
                public static class Test
                {
                    public static string Run() => $"{string.Join(",", BankEvents.Catalog.EventTypes.Select(type => type.Name))} {Same<Account>()} {ReferenceEquals(BankEvents.Catalog.Get(typeof(Opened)), ContractEvents.Catalog.Get(typeof(Opened)))}";
                    static bool Same<T>() where T : class, IAggregate<T> => ReferenceEquals(T.EventTypes[2], ContractEvents.Catalog.Get(typeof(Opened)));
                }
                """)));

    [Fact]
    public void An_immutable_record_handles_them_too() =>
        Assert.Equal("2 2", Execution.Run(("Contracts", Contracts), ("Bank", """
            using System;
            using EventStore;
            [Aggregate("account")]
            public sealed partial record Account
            {
                public int N { get; init; }
                private Account When(Contracts.Opened e) => this with { N = N + 1 };
                public static Account Start() => New(Guid.CreateVersion7()).RecordThat(new Contracts.Opened("")).RecordThat(new Contracts.Opened(""));
            }
            public static class Test { public static string Run() { Account.Start().PopEvents(out var events); return $"{Account.Start().N} {Account.FromHistory(events).N}"; } }
            """)));

    [Fact]
    public void A_catalog_that_does_not_know_a_class_says_what_to_do()
    {
        var thrown = Assert.Throws<UnknownEventException>(() => EventCatalog.Empty.Get(typeof(string)));

        Assert.Equal("String", thrown.EventName);
        Assert.EndsWith("build both assemblies anew.", thrown.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("[EventStore.EventCatalog] internal static partial class FarEvents;")]
    [InlineData("public static partial class Outer { [EventStore.EventCatalog] private static partial class FarEvents; }")]
    public async Task An_assembly_without_a_catalog_that_can_be_seen_is_told(string catalog)
    {
        MetadataReference far = MetadataReference.CreateFromImage(Execution.Emit("Far", "[EventStore.Event(\"far\")] public sealed record Far;" + catalog));

        Diagnostic found = Assert.Single(await Compilations.AnalyzeAsync("using EventStore; [Aggregate(\"a\")] public sealed partial class A { void When(Far e) { } }", far));

        Assert.Equal(DiagnosticIds.ForeignEvent, found.Id);
    }

    [Fact]
    public async Task An_event_whose_name_another_assembly_gave_to_another_is_told_at_its_handler()
    {
        MetadataReference contracts = MetadataReference.CreateFromImage(Execution.Emit("Contracts", Contracts));

        Diagnostic found = Assert.Single(await Compilations.AnalyzeAsync("using EventStore; [Event(\"started\")] public sealed record Started; [Aggregate(\"a\")] public sealed partial class A { void When(Started e) { } void When(Contracts.Opened e) { } }", contracts));

        Assert.Equal(DiagnosticIds.SharedName, found.Id);
    }
}
