namespace EventStore.Generators.Models;

/// <summary>What it takes to write another part of a user's partial type.</summary>
/// <param name="Namespace">Its namespace, or empty.</param>
/// <param name="Containers">The types around it, outermost first, for example <c>class Bank</c>.</param>
/// <param name="Keyword"><c>class</c> or <c>record</c>.</param>
/// <param name="Name">Its name, escaped where it is a keyword.</param>
/// <param name="FullName">Its name from <c>global::</c> on.</param>
/// <param name="HintName">The start of the name of its generated file.</param>
internal sealed record TypeHeader(
    string Namespace,
    EquatableArray<string> Containers,
    string Keyword,
    string Name,
    string FullName,
    string HintName);
