using System.Text.RegularExpressions;

namespace EventStore.Packages.Tests;

/// <summary>Projects as users write them: they know the packages and nothing of the repository.</summary>
internal static partial class Consumers
{
    /// <summary>The program that the packages' README shows.</summary>
    public static string ReadmeProgram { get; } = CodeBlock().Match(File.ReadAllText(Path.Combine(Repository.Root, "src", "PACKAGE.md"))).Groups[1].Value;

    public const string Domain = """
        using EventStore;

        namespace Shop;

        public enum Kind { Small, Large }
        public readonly record struct Money(decimal Amount, string Currency = "EUR");

        [Event("order-placed")] public sealed record OrderPlaced(Guid Customer, List<Money> Prices, Kind Kind = Kind.Large);
        [Event("order-paid")] public sealed record OrderPaid(Money Price, DateTimeOffset At);
        [Event("note-taken")] public sealed record NoteTaken { public required string Text { get; init; } public int Stars { get; init; } = 3; }

        [EventCatalog] public static partial class ShopEvents;

        [Aggregate("order")]
        public sealed partial class Order
        {
            public decimal Open { get; private set; }

            public static Order Place(Guid id, Guid customer, params List<Money> prices)
            {
                Order order = New(id);
                order.RecordThat(new OrderPlaced(customer, prices));
                return order;
            }

            public void Pay(decimal amount, DateTimeOffset at) => RecordThat(new OrderPaid(new Money(amount), at));

            private void When(OrderPlaced e) => Open = e.Prices.Sum(price => price.Amount);
            private void When(OrderPaid e) => Open -= e.Price.Amount;
        }

        [Aggregate("notebook")]
        public sealed partial record Notebook
        {
            public int Stars { get; init; }

            public static Notebook Start(Guid id, string text) => New(id).Take(text);

            public Notebook Take(string text) => RecordThat(new NoteTaken { Text = text });

            private Notebook When(NoteTaken e) => this with { Stars = Stars + e.Stars };
        }
        """;

    /// <summary>Has events of its own, and a catalog that includes the domain's. It knows PostgreSQL, and runs without.</summary>
    public const string Host = """
        using EventStore;
        using Shop;

        var builder = new EventStoreBuilder().AddEvents(ShopEvents.Catalog).AddEvents(HostEvents.Catalog);
        await using IEventStore store = (args is [string server] ? builder.UsePostgres(server) : builder.UseInMemory()).Build();
        await store.InstallAsync();
        await store.CreateStreamAsync("orders");
        await store.CreateStreamAsync("notes");
        await store.CreateStreamAsync("visits");

        var orders = new Repository<Order>(store, "orders");
        var id = Guid.CreateVersion7();
        await orders.SaveAsync(Order.Place(id, Guid.CreateVersion7(), new Money(20), new Money(22)));
        await orders.UpdateAsync(id, order => order.Pay(30, DateTimeOffset.UnixEpoch));

        var notebooks = new Repository<Notebook>(store, "notes");
        var note = Guid.CreateVersion7();
        await notebooks.SaveAsync(Notebook.Start(note, "first"));
        await notebooks.UpdateAsync(note, notebook => notebook.Take("second"));

        var visitors = new Repository<Visitor>(store, "visits");
        var visitor = Guid.CreateVersion7();
        await visitors.SaveAsync(Visitor.Welcome(visitor));

        decimal paid = await store.Query(() => 0m).FromStream("orders").When<OrderPaid>((sum, e) => sum + e.Payload.Price.Amount).RunAsync();
        Console.WriteLine($"{(await orders.GetAsync(id)).Open} open, {paid} paid, {(await notebooks.GetAsync(note)).Stars} stars, {(await visitors.GetAsync(visitor)).Visits} visit");

        [Event("visitor-came")] internal sealed record VisitorCame(string[] Ways);

        [EventCatalog] internal static partial class HostEvents;

        [Aggregate("visitor")]
        internal sealed partial class Visitor
        {
            public int Visits { get; private set; }

            public static Visitor Welcome(Guid id)
            {
                Visitor visitor = New(id);
                visitor.RecordThat(new VisitorCame(["door"]));
                return visitor;
            }

            private void WhenVisitorCame(VisitorCame e) => Visits += e.Ways.Length;
        }
        """;

    public const string HostAnswer = "12 open, 30 paid, 6 stars, 1 visit\n";

    /// <summary>A project with all warnings as errors.</summary>
    public static string Project(string properties, params IEnumerable<string> references) => $"""
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net10.0</TargetFramework>
            <Nullable>enable</Nullable>
            <ImplicitUsings>enable</ImplicitUsings>
            <TreatWarningsAsErrors>true</TreatWarningsAsErrors>
            <UseSharedCompilation>false</UseSharedCompilation>
            {properties}
          </PropertyGroup>
          <ItemGroup>
            {string.Join("\n    ", references)}
          </ItemGroup>
        </Project>
        """;

    public static string Package(string name) => $"<PackageReference Include=\"{name}\" Version=\"0.*\" />";

    [GeneratedRegex("```csharp\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex CodeBlock();
}
