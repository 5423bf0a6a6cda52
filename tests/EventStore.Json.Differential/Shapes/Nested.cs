namespace EventStore.Json.Differential.Shapes;

public sealed record Customer(string Name, Address? Home, IReadOnlyDictionary<string, Address> Others);

public sealed class Address
{
    public string Street { get; set; } = "";

    public string? Zip { get; init; }

    public Point Where { get; set; }

    public Interval Floors { get; set; }
}

[Event("nested")]
public sealed record Nested(Customer Customer, IReadOnlyList<Customer> More);

public sealed record TreeNode(string Name, IReadOnlyList<TreeNode> Children);

public sealed class Link
{
    public int Number { get; set; }

    public Link? Next { get; set; }
}

public sealed record Folder(string Name, List<Document>? Documents = null);

public sealed record Document(string Title, Folder? Folder = null);

[Event("recursive")]
public sealed record Recursive(TreeNode Tree, Link? Link, Folder Folder);

/// <summary>A cycle through the event itself.</summary>
[Event("replied")]
public sealed record Replied(string Text, Replied? To = null);

public sealed record Page<T>(IReadOnlyList<T> Items, int Total, T? First)
    where T : notnull;

public sealed class Pair<TLeft, TRight>
{
    public TLeft? Left { get; set; }

    public TRight? Right { get; set; }
}

public record struct Versioned<T>(T Value, int Version);

public static class Outer<T>
{
    public sealed class Inner
    {
        public T? Value { get; set; }
    }
}

[Event("generics")]
public sealed record Generics(
    Page<Money> Prices,
    Page<string> Names,
    Pair<int, string?> Pair,
    Pair<Pair<int, Guid>, List<string>>? Pairs,
    Versioned<string> Text,
    Versioned<int?>? Number,
    Outer<Line>.Inner Inner);

/// <summary>Types within types, and names that the generated code might use itself.</summary>
public static class Order
{
    [Event("order.order")]
    public sealed class Order_
    {
        public int Number { get; set; }

        public Inner.Order Within { get; set; } = new();
    }

    public static class Inner
    {
        public sealed class Order
        {
            public string? Name { get; set; }
        }
    }
}

[Event("hostile")]
public sealed record @event(int @class, string @new, int options, int value, int info, int member, string arguments, int instance, string Equal, int type = 5)
{
    public int @Object { get; set; }

    public string? Größe { get; set; }

    public int _leading { get; set; }

    public @params? System { get; set; }

    public int Create { get; set; }
}

public sealed class @params
{
    public int @this { get; set; }

    public string? String { get; init; }
}

[Event("hostile-arguments")]
public sealed class HostileArguments(int @class, string? @event = "a \"b\"", int arguments = 2)
{
    public int Class { get; } = @class;

    public string? Event { get; } = @event;

    public int Arguments { get; } = arguments;
}

[Event("discouraged")]
[Obsolete("No new ones are written.")]
public sealed record Discouraged(int Number)
{
    [Obsolete("Nobody needs it.")]
    public string? Old { get; set; }

    [Obsolete("Nobody needs it.")]
    public string? OldInit { get; init; }
}

public sealed class Level1
{
    public Level2? Down { get; set; }
}

public sealed class Level2
{
    public List<Level3>? Down { get; set; }
}

public sealed class Level3
{
    public Dictionary<string, Level4?>? Down { get; set; }
}

public sealed record Level4(int Number, Level1? Again = null);

[Event("deep")]
public sealed record Deep(Level1 Top);
