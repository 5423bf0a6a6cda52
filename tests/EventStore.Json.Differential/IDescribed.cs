namespace EventStore.Json.Differential;

/// <summary>A sample with state that its JSON does not hold.</summary>
internal interface IDescribed
{
    string Describe();
}
