namespace EventStore.Generators.Tests.Aggregates;

/// <summary>Events whose names stand at an assembly: closed generic ones, and types that know nothing of the store.</summary>
public sealed class NamedEventTests
{
    private const string Library = """
        namespace Library;
        public sealed record Imported<T>(T Item, int Line = 1);
        public static class Outer<T> { public readonly record struct Removed(T Id); }
        public sealed record Plain(string Text);
        """;

    private const string Domain = """
        using System;
        using System.Linq;
        using System.Text.Json;
        using EventStore;
        using Library;
        [assembly: Event<Imported<Customer>>("customer-imported", "customer-read")]
        [assembly: Event<Imported<string[]>>("texts-imported")]
        [assembly: Event<Outer<Guid>.Removed>("removed")]
        [assembly: Event<Plain>("plain")]
        public sealed record Customer(string Name);
        [Aggregate("import")]
        public sealed partial class Import
        {
            public string Log { get; private set; } = "";
            private void WhenImported(Imported<Customer> e) => Log += $"{e.Item.Name} {e.Line};";
            private void WhenImported(Imported<string[]> e) => Log += $"{e.Item.Length};";
            private void When(Outer<Guid>.Removed e) => Log += $"{e.Id == Guid.Empty};";
            private void WhenPlain(Plain e) => Log += e.Text;
            public static Import Start()
            {
                var import = New(Guid.CreateVersion7());
                import.RecordThat(new Imported<Customer>(new Customer("Ada"), 2));
                import.RecordThat(new Imported<string[]>(["a", "b"]));
                import.RecordThat(new Outer<Guid>.Removed(Guid.Empty));
                import.RecordThat(new Plain("p"));
                return import;
            }
        }
        [EventCatalog] public static partial class ImportEvents;
        """;

    [Fact]
    public void They_are_stored_and_read_as_others_are() =>
        Assert.Equal(
            "Ada 2;2;True;p|customer-imported,plain,removed,texts-imported|0 0|{\"Item\":{\"Name\":\"Ada\"},\"Line\":1} Ada",
            Execution.Run(("Library", Library), ("Domain", Domain + """
                public static class Test
                {
                    public static string Run() => $"{Import.FromHistory(Import.Start().PopEvents()).Log}|{string.Join(",", ImportEvents.Catalog.EventTypes.Select(type => type.Name))}|{Describe<Import>()}";
                    static string Describe<T>() where T : class, IAggregate<T>
                    {
                        string json = JsonSerializer.Serialize(new Imported<Customer>(new Customer("Ada")), T.EventTypes[0].JsonTypeInfo);
                        return $"{T.FindEvent("customer-imported"u8)} {T.FindEvent("customer-read"u8)}|{json} {((Imported<Customer>)JsonSerializer.Deserialize(json, T.EventTypes[0].JsonTypeInfo)).Item.Name}";
                    }
                }
                """)));

    [Fact]
    public void Another_assembly_reaches_them_through_the_catalog() =>
        Assert.Equal("Bob 1;", Execution.Run(("Library", Library), ("Domain", Domain), ("Host", """
            using System;
            using EventStore;
            [Aggregate("other")]
            public sealed partial class Other
            {
                public string Log { get; private set; } = "";
                private void When(Library.Imported<Customer> e) => Log += $"{e.Item.Name} {e.Line};";
                public static Other Start() { var other = New(Guid.CreateVersion7()); other.RecordThat(new Library.Imported<Customer>(new Customer("Bob"))); return other; }
            }
            public static class Test { public static string Run() => Other.FromHistory(Other.Start().PopEvents()).Log; }
            """)));
}
