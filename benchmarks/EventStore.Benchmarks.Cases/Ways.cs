namespace EventStore.Benchmarks;

/// <summary>The columns of the tables: what the library does, and what it is measured against.</summary>
public static class Ways
{
    public const string Ours = "ours";
    public const string HandWrittenSwitch = "hand-written switch";
    public const string SwitchBehindInterface = "hand-written switch behind an interface";
    public const string TypeSwitch = "type switch";
    public const string DelegateDictionary = "dictionary of delegates";
    public const string MethodInvoke = "MethodInfo.Invoke";
    public const string CompiledExpression = "compiled expression";
    public const string FrozenDictionary = "GetString + FrozenDictionary";
    public const string AlternateLookup = "FrozenDictionary, alternate lookup";
    public const string StringSwitch = "string switch";
    public const string JsonGenerator = "System.Text.Json's generator";
    public const string JsonReflection = "System.Text.Json's reflection";
    public const string DomainEvents = "with DomainEvent objects";
    public const string Cold = "cold";
    public const string AfterEventEdit = "after an edit of one event";
    public const string AfterUnrelatedEdit = "after an unrelated edit";
    public const string WithoutGenerator = "compiler alone";
    public const string WithGenerator = "with the generator";
    public const string WithAnalyzers = "with generator and analyzers";
}
