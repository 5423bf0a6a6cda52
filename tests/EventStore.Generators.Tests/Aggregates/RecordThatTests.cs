using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Tests.Aggregates;

public sealed class RecordThatTests
{
    private const string Domain = """
        using System;
        using EventStore;
        namespace Bank;
        [Event("opened")] public sealed record Opened(string Owner);
        [Event("closed")] public sealed record Closed;
        [Aggregate("account")]
        public sealed partial class Account
        {
            public static Account Open(Guid id) => New(id);
            public void Record() => RecordThat(new EVENT);
            private void When(Opened opened) { }
        }
        """;

    [Theory, Trait("Proves", "G-23")]
    [InlineData("Closed()")]
    [InlineData("object()")]
    public void An_event_without_a_handler_cannot_be_recorded(string @event)
    {
        Diagnostic error = Assert.Single(Errors(@event));

        Assert.Equal("CS1503", error.Id);
        Assert.Equal("new " + @event, error.Location.SourceTree!.GetText().ToString(error.Location.SourceSpan));
    }

    [Fact, Trait("Proves", "G-23")]
    public void An_event_with_a_handler_can_be_recorded() => Assert.Empty(Errors("Opened(\"Ada\")"));

    private static Diagnostic[] Errors(string @event) =>
        [.. Compilations.Generate(Compilations.Create(Domain.Replace("EVENT", @event, StringComparison.Ordinal))).GetDiagnostics().Where(found => found.Severity == DiagnosticSeverity.Error)];
}
