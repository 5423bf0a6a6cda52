namespace EventStore.Generators.Tests.Aggregates;

public sealed class InheritedHandlerTests
{
    private const string Base = """
        using System;
        using EventStore;
        [Event("opened")] public sealed record Opened(string Owner);
        [Event("renamed")] public sealed record Renamed(string Owner);
        [Event("closed")] public sealed record Closed;
        public abstract class Entity
        {
            public string Log { get; protected set; } = "";
            protected void When(Opened e) => Log += "base opened " + e.Owner + ";";
            public virtual void WhenRenamed(Renamed e, EventMetadata metadata) => Log += "base renamed;";
            protected abstract void When(Closed e);
        }
        public abstract class Middle : Entity
        {
            public override void WhenRenamed(Renamed e, EventMetadata metadata) => Log += "middle renamed;";
            protected void WhenIdle(string s) { }
        }
        """;

    private const string Derived = """
        using System;
        using System.Linq;
        using EventStore;
        [Aggregate("account")]
        public sealed partial class Account : Middle
        {
            protected override void When(Closed e) => Log += "closed;";
            public override void WhenRenamed(Renamed e, EventMetadata metadata) { base.WhenRenamed(e, metadata); Log += "renamed;"; }
            public static Account Start() { var account = New(Guid.CreateVersion7()); account.RecordThat(new Opened("Ada")); account.RecordThat(new Renamed("Bob")); account.RecordThat(new Closed()); return account; }
        }
        public static class Test
        {
            public static string Run() { var account = Account.Start(); string log = account.Log; return log + "|" + Account.FromHistory(account.PopEvents()).Log; }
        }
        """;

    private const string Expected = "base opened Ada;middle renamed;renamed;closed;|base opened Ada;middle renamed;renamed;closed;";

    [Fact]
    public void Handlers_of_base_classes_are_called_and_overridden_ones_once() =>
        Assert.Equal(Expected, Execution.Run(("Bank", Base + Derived.Replace("using System;\nusing System.Linq;\nusing EventStore;", "", StringComparison.Ordinal))));

    [Fact]
    public void Handlers_of_base_classes_of_another_assembly_are_called_and_its_other_methods_left_alone() =>
        Assert.Equal(Expected, Execution.Run(("Core", Base + "[EventCatalog] public static partial class CoreEvents;"), ("Bank", Derived)));

    [Fact]
    public void An_immutable_record_takes_handlers_that_return_it_from_a_generic_base_or_by_an_override() =>
        Assert.Equal("2 1 2 1", Execution.Run(("Bank", """
            using System;
            using EventStore;
            [Event("opened")] public sealed record Opened;
            [Event("closed")] public sealed record Closed;
            public abstract record Entity<TSelf> where TSelf : Entity<TSelf>
            {
                public int Opens { get; init; }
                public int Closes { get; init; }
                protected TSelf When(Opened e) => (TSelf)(this with { Opens = Opens + 1 });
                protected abstract Entity<TSelf> When(Closed e);
            }
            [Aggregate("account")]
            public sealed partial record Account : Entity<Account>
            {
                protected override Account When(Closed e) => this with { Closes = Closes + 1 };
                public static Account Start() => New(Guid.CreateVersion7()).RecordThat(new Opened()).RecordThat(new Closed()).RecordThat(new Opened());
            }
            public static class Test
            {
                public static string Run() { var account = Account.Start(); account.PopEvents(out var events); var again = Account.FromHistory(events); return $"{account.Opens} {account.Closes} {again.Opens} {again.Closes}"; }
            }
            """)));
}
