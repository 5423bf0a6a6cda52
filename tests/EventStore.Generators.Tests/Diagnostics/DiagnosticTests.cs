using System.Collections.Immutable;
using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Tests.Diagnostics;

/// <summary>Each wrong source marks by <c>[|…|]</c> what the diagnostic points at; no right source has any.</summary>
public sealed class DiagnosticTests
{
    private const string Events = """

        [Event("opened")] public sealed record Opened(string Owner);
        [Event("closed")] public sealed record Closed;
        """;

    [Theory]
    [InlineData(DiagnosticIds.UnknownShape, """[Event("e")] public sealed record E(object [|Any|]);""")]
    [InlineData(DiagnosticIds.CodeMember, """[Event("e")] public sealed record E(System.Type [|Type|]);""")]
    [InlineData(DiagnosticIds.MultidimensionalArray, """[Event("e")] public sealed record E(int[,] [|Matrix|]);""")]
    [InlineData(DiagnosticIds.CodeMember, """[Event("e")] public sealed record E(System.Func<int> [|F|]);""")]
    [InlineData(DiagnosticIds.TupleMember, """[Event("e")] public sealed record E((int, int) [|Pair|]);""")]
    [InlineData(DiagnosticIds.CodeMember, """[Event("e")] public sealed record E(nint [|Pointer|]);""")]
    [InlineData(DiagnosticIds.NotStorable, """[Event("e")] public sealed record E(System.Numerics.BigInteger [|Big|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """[Event("e")] public sealed record E(System.Collections.Generic.IReadOnlySet<int> [|Set|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """[Event("e")] public sealed record E(System.Collections.Generic.Stack<int> [|C|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """[Event("e")] public sealed record E(System.Collections.Concurrent.ConcurrentStack<int> [|C|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """[Event("e")] public sealed record E(System.Collections.Concurrent.ConcurrentBag<int> [|C|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """[Event("e")] public sealed record E(System.Collections.Concurrent.BlockingCollection<int> [|C|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """[Event("e")] public sealed record E(System.Collections.Immutable.ImmutableStack<int> [|C|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """[Event("e")] public sealed record E(System.Collections.ObjectModel.ReadOnlyCollection<int> [|C|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """[Event("e")] public sealed record E(System.Collections.ObjectModel.ReadOnlyDictionary<string, int> [|C|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """[Event("e")] public sealed record E(System.Collections.Frozen.FrozenSet<int> [|C|]);""")]
    [InlineData(DiagnosticIds.CodeMember, """[Event("e")] public sealed record E(System.Lazy<int> [|C|]);""")]
    [InlineData(DiagnosticIds.NotStorable, """[Event("e")] public sealed record E(System.Text.Rune [|C|]);""")]
    [InlineData(DiagnosticIds.WriteOnlyCollection, """public sealed class Bag : System.Collections.Generic.List<int> { public string Label { get; set; } = ""; } [Event("e")] public sealed record E(Bag [|Bag|]);""")]
    [InlineData(DiagnosticIds.KeyNotStorable, """[Event("e")] public sealed record E(System.Collections.Generic.Dictionary<Opened, int> [|Map|]);""")]
    [InlineData(DiagnosticIds.UnknownShape, """[Event("e")] public sealed record E(System.Collections.Generic.List<object> [|List|]);""")]
    [InlineData(DiagnosticIds.AbstractMember, """public abstract record Shape; [Event("e")] public sealed record E(Shape [|Shape|]);""")]
    [InlineData(DiagnosticIds.AbstractMember, """public interface IShape { } [Event("e")] public sealed record E(IShape [|Shape|]);""")]
    [InlineData(DiagnosticIds.NotReadBack, """[Event("e")] public sealed class E { public int [|N|] { get; } }""")]
    [InlineData(DiagnosticIds.NotReadBack, """[Event("e")] public sealed class E { public int [|N|] { get; private set; } }""")]
    [InlineData(DiagnosticIds.NotPublic, """[Event("e")] public sealed class E { internal int [|N|] { get; set; } }""")]
    [InlineData(DiagnosticIds.NotPublic, """[Event("e")] public sealed class E { public int [|N|]; }""")]
    [InlineData(DiagnosticIds.NotStorable, """[Event("e")] public sealed class E { [System.Text.Json.Serialization.JsonExtensionData] public System.Text.Json.Nodes.JsonObject? [|Rest|] { get; set; } }""")]
    [InlineData(DiagnosticIds.NotStorable, """[Event("e")] public sealed class E(int n) { public int N { get; } = n; [System.Text.Json.Serialization.JsonObjectCreationHandling(System.Text.Json.Serialization.JsonObjectCreationHandling.Populate)] public System.Collections.Generic.List<int> [|L|] { get; } = []; }""")]
    [InlineData(DiagnosticIds.LostParameter, """[Event("e")] public sealed class [|E|] { public E(int other) => N = other; public int N { get; set; } }""")]
    [InlineData(DiagnosticIds.NoConstructor, """[Event("e")] public sealed class [|E|] { private E() { } public int N { get; set; } }""")]
    [InlineData(DiagnosticIds.ConverterNotUsable, """[Event("e")] public sealed record E([property: System.Text.Json.Serialization.JsonConverter(typeof(string))] int [|N|]);""")]
    public async Task A_mistake_is_told_where_it_is(string id, string markup)
    {
        string source = "using EventStore;\n" + markup + Events;
        int start = source.IndexOf("[|", StringComparison.Ordinal);
        int end = source.IndexOf("|]", StringComparison.Ordinal);
        string marked = source[(start + 2)..end];

        ImmutableArray<Diagnostic> found = await Compilations.AnalyzeAsync(source.Replace("[|", "", StringComparison.Ordinal).Replace("|]", "", StringComparison.Ordinal));

        Diagnostic diagnostic = Assert.Single(found);
        Assert.Equal(id, diagnostic.Id);
        Assert.Equal((start, marked.Length), (diagnostic.Location.SourceSpan.Start, diagnostic.Location.SourceSpan.Length));
        Assert.DoesNotContain("{", diagnostic.GetMessage(System.Globalization.CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""[Aggregate("a")] public sealed partial class A { void When(Opened e) { } void WhenClosed(Closed e, EventMetadata m) { } void Do() { RecordThat(new Opened("")); RecordThat(new Closed(), null); } }""")]
    [InlineData("""[Aggregate("a")] public partial class A { private A() { } void Whenever(int n) { } void When(Opened e, DomainEvent d) { } }""")]
    [InlineData("""public partial class Outer { partial record Inner { [Aggregate("a")] private sealed partial record A { A When(Opened e) => this; A Do() => RecordThat(new Opened("")); } } }""")]
    [InlineData("""[Aggregate("a")] public sealed partial record A { void When(Opened e) { } void Do() => RecordThat(new Opened("")); }""")]
    [InlineData("""[Aggregate("a")] public sealed partial record A { A When(Opened e) => this; void Do() { _ = RecordThat(new Opened("")); } }""")]
    [InlineData("""public class Recorder { public void RecordThat(object o) { } public void Do() => RecordThat(new Closed()); }""")]
    [InlineData("""[Aggregate("a"), Ignores("x"), Ignores<Closed>] public sealed partial class A { void When(Opened e) { } }""")]
    [InlineData("""[EventCatalog] public static partial class C;""")]
    [InlineData("""[EventCatalog] internal static partial class C { private static int _n = Catalog.EventTypes.Count; }""")]
    [InlineData("""internal class Outer { [Event("e")] internal sealed class E { public int N { get; init; } = 1; public int Twice => 2 * N; public static int S; private int _cache; } }""")]
    [InlineData("""[Event("e")] public sealed record E([property: System.Text.Json.Serialization.JsonIgnore] object Any);""")]
    [InlineData("""[Event("e")] public sealed class E { [System.Text.Json.Serialization.JsonInclude] public int N; [System.Text.Json.Serialization.JsonIgnore] public object O; }""")]
    [InlineData("""[Event("e")] public readonly record struct E(int N);""")]
    [InlineData("""[Aggregate("a")] public sealed partial class A { public A() { N = 1; } public int N { get; } void When(Opened e) { } }""")]
    public async Task What_is_right_is_left_alone(string source) =>
        Assert.Empty(await Compilations.AnalyzeAsync("using EventStore;\n" + source + Events));

    [Fact]
    public async Task A_name_that_unmarked_events_share_is_told()
    {
        ImmutableArray<Diagnostic> found = await Compilations.AnalyzeAsync("""
            using EventStore;
            namespace X { public sealed record Plain; }
            namespace Y { public sealed record Plain; }
            [Aggregate("a")] public sealed partial class A { void When(X.Plain e) { } void When(Y.Plain e) { } }
            [Aggregate("b")] public sealed partial class B { void When(X.Plain e) { } }
            """);

        Diagnostic duplicate = Assert.Single(found, diagnostic => diagnostic.Id != DiagnosticIds.UnpinnedName);
        Assert.Equal(DiagnosticIds.DuplicateName, duplicate.Id);
        Assert.Equal(2, duplicate.Location.GetLineSpan().StartLinePosition.Line);
    }

    [Fact]
    public async Task A_type_that_two_events_hold_is_told_once()
    {
        ImmutableArray<Diagnostic> found = await Compilations.AnalyzeAsync(
            "using EventStore; public class Part { public object Any { get; set; } } [Event(\"x\")] public sealed record X(Part Part); [Event(\"y\")] public sealed record Y(Part Part);");

        Assert.Equal(DiagnosticIds.UnknownShape, Assert.Single(found).Id);
    }
}
