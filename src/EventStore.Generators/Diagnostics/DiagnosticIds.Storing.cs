namespace EventStore.Generators.Diagnostics;

/// <content>Why a member of an event cannot be stored.</content>
internal static partial class DiagnosticIds
{
    public const string NotReadBack = "ES0095";
    public const string NotPublic = "ES0096";
    public const string NoConstructor = "ES0097";
    public const string LostParameter = "ES0098";
    public const string AbstractMember = "ES0099";
    public const string KeyNotStorable = "ES0100";
    public const string ConverterNotUsable = "ES0101";
    public const string ExtensionDataNotSettable = "ES0102";
    public const string SharedJsonName = "ES0103";
    public const string EndlessMember = "ES0104";
    public const string UnknownShape = "ES0105";
    public const string CodeMember = "ES0106";
    public const string MultidimensionalArray = "ES0107";
    public const string WriteOnlyCollection = "ES0108";
    public const string TupleMember = "ES0109";
    public const string HiddenType = "ES0110";
    public const string NothingStored = "ES0123";
    public const string OmittedValue = "ES0124";
    public const string LostComparer = "ES0128";
    public const string UntoldDerivedType = "ES0129";
}
