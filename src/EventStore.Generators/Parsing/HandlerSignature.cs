using EventStore.Generators.Diagnostics;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Parsing;

/// <summary>The rules for a handler's signature, once it is known which event it takes.</summary>
internal static class HandlerSignature
{
    public static bool IsValid(IMethodSymbol method, INamedTypeSymbol aggregate, Problems problems)
    {
        int before = problems.Count;
        Check(method, aggregate, problems);
        return problems.Count == before;
    }

    /// <summary>One fault at a time: what mends it may mend the others too.</summary>
    private static void Check(IMethodSymbol method, INamedTypeSymbol aggregate, Problems problems)
    {
        IParameterSymbol? byReference = method.Parameters.FirstOrDefault(parameter => parameter.RefKind != RefKind.None || parameter.IsParams);
        bool returnsSelf = SymbolEqualityComparer.Default.Equals(method.ReturnType, aggregate);

        if (method.IsStatic)
            problems.Add(Descriptors.StaticHandler, method, method.Name);
        else if (method.IsGenericMethod)
            problems.Add(Descriptors.GenericHandler, method, method.Name);
        else if (method.IsAsync || IsTask(method.ReturnType))
            problems.Add(Descriptors.AsyncHandler, method, method.Name, ReturnsAggregate(method, aggregate) ? aggregate.Name : "void");
        else if (method.IsAbstract || method is { PartialImplementationPart: null, IsPartialDefinition: true })
            problems.Add(Descriptors.HandlerWithoutBody, method, method.Name, method.IsAbstract ? "abstract" : "partial");
        else if (method.ReturnsByRef || method.ReturnsByRefReadonly)
            problems.Add(Descriptors.HandlerByReference, method, method.Name, "its result");
        else if (byReference is not null)
            problems.Add(Descriptors.HandlerByReference, byReference, method.Name, byReference.Name);
        else if (method.Parameters.Length > 2)
            problems.Add(Descriptors.ExtraParameter, method.Parameters[2], method.Name, method.Parameters[2].Name);
        else if (method.Parameters is [_, { } second] && !second.Type.Is(KnownNames.EventMetadata) && !second.Type.Is(KnownNames.DomainEvent))
            problems.Add(Descriptors.SecondParameter, second, method.Name, second.Type.ShortName());
        else if (!method.ReturnsVoid && returnsSelf && !aggregate.IsRecord)
            problems.Add(Descriptors.HandlerOfClassReturns, method, method.Name, aggregate.Name);
        else if (!method.ReturnsVoid && !returnsSelf && aggregate.IsRecord && aggregate.WithBases().Contains(method.ReturnType, SymbolEqualityComparer.Default))
            problems.Add(Descriptors.InheritedHandlerResult, method, method.Name, method.ReturnType.ShortName(), aggregate.Name);
        else if (!method.ReturnsVoid && !returnsSelf)
            problems.Add(Descriptors.HandlerResult, method, method.Name, method.ReturnType.ShortName(), aggregate.IsRecord ? $", or '{aggregate.Name}' if the aggregate is immutable" : "");
    }

    private static bool IsTask(ITypeSymbol type) =>
        type.Is("System.Threading.Tasks.Task") || type.Is("System.Threading.Tasks.Task`1") || type.Is("System.Threading.Tasks.ValueTask") || type.Is("System.Threading.Tasks.ValueTask`1");

    private static bool ReturnsAggregate(IMethodSymbol method, INamedTypeSymbol aggregate) =>
        method.ReturnType is INamedTypeSymbol { TypeArguments: [{ } result] } && SymbolEqualityComparer.Default.Equals(result, aggregate);
}
