namespace EventStore.Model.Tests.Programs;

/// <summary>What a program runs on. It says what an operation gave or threw, in words that do not depend on the store.</summary>
internal interface IProgramTarget
{
    Task<string> RunAsync(Operation operation);
}
