namespace EventStore.Generators.Diagnostics;

/// <summary>The ids of the diagnostics. They are public: users name them in their settings, and a retired one is never used again.</summary>
internal static partial class DiagnosticIds
{
    public const string NotPartial = "ES0001";
    public const string StructAggregate = "ES0002";
    public const string UnknownHandler = "ES0003";
    public const string StaticHandler = "ES0004";
    public const string UnhandledEvent = "ES0005";
    public const string DuplicateName = "ES0006";
    public const string DuplicateHandler = "ES0007";
    public const string NotStorable = "ES0008";
    public const string MixedHandlers = "ES0009";
    public const string NotConstructible = "ES0010";
    public const string ReservedMember = "ES0011";
    public const string UnsealedEvent = "ES0012";
    public const string IgnoredResult = "ES0013";
    public const string CatalogNotStaticPartial = "ES0014";
    public const string EmptyName = "ES0015";
    public const string UnpinnedName = "ES0016";
    public const string ForeignEvent = "ES0017";
}
