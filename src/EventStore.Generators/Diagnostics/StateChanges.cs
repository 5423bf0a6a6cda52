using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp.Syntax;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>Where an operation reads state, and where it changes it.</summary>
internal static class StateChanges
{
    private static readonly HashSet<string> Changes = new(StringComparer.Ordinal)
    {
        "Add", "AddRange", "AddFirst", "AddLast", "AddOrUpdate", "Append", "AppendLine", "Clear", "Dequeue", "Enqueue", "ExceptWith", "GetOrAdd", "Insert", "InsertRange",
        "IntersectWith", "Pop", "Push", "Remove", "RemoveAll", "RemoveAt", "RemoveFirst", "RemoveLast", "RemoveRange", "RemoveWhere", "Reverse", "SetValue", "Sort",
        "SymmetricExceptWith", "TryAdd", "TryDequeue", "TryPop", "TryRemove", "TryTake", "TryUpdate", "UnionWith",
    };

    /// <summary>Interfaces of the framework that stand for something outside; the others are values or collections.</summary>
    private static readonly HashSet<string> Services = new(StringComparer.Ordinal) { "System.IServiceProvider", "System.IProgress`1", "System.IObserver`1" };

    /// <summary>Whether a method of the framework changes the collection that it is called on.</summary>
    public static bool IsChange(IMethodSymbol method) =>
        Changes.Contains(method.Name)
        && SpaceOf(method.ContainingType) is { } space
        && (space == "System.Text" || (space.StartsWith("System.Collections", StringComparison.Ordinal) && space != "System.Collections.Immutable" && space != "System.Collections.Frozen"));

    /// <summary>Whether a member of this type can be a service.</summary>
    public static bool IsService(INamedTypeSymbol type) => type.TypeKind switch
    {
        TypeKind.Delegate => true,
        TypeKind.Interface => Services.Contains(type.OriginalDefinition.MetadataFullName())
            || !(SpaceOf(type) is "System" or "System.Numerics" or "System.Linq" || type.AllInterfaces.Prepend(type).Any(@base => @base.SpecialType == SpecialType.System_Collections_IEnumerable || SpaceOf(@base).StartsWith("System.Collections", StringComparison.Ordinal))),
        _ => false,
    };

    /// <summary>Whether an operation stands where a value is put.</summary>
    public static bool IsWritten(this IOperation reference) => reference.Parent switch
    {
        IAssignmentOperation assignment => assignment.Target == reference,
        IIncrementOrDecrementOperation => true,
        IArgumentOperation { Parameter.RefKind: RefKind.Ref or RefKind.Out } => true,
        ITupleOperation tuple => tuple.IsWritten(),
        _ => false,
    };

    public static bool IsInNameof(this IOperation operation)
    {
        for (IOperation? current = operation.Parent; current is not null; current = current.Parent)
        {
            if (current is INameOfOperation)
                return true;
        }

        return false;
    }

    /// <summary>What a call or a property is of, through <c>?.</c> and for an extension method too.</summary>
    public static IOperation? Receiver(this IOperation operation)
    {
        IOperation? receiver = operation switch
        {
            IInvocationOperation { Instance: { } instance } => instance,
            IInvocationOperation { TargetMethod.IsExtensionMethod: true, Arguments: [{ } first, ..] } => first.Value,
            IMemberReferenceOperation member => member.Instance,
            _ => null,
        };
        while (receiver is IConversionOperation conversion)
            receiver = conversion.Operand;

        return receiver is IConditionalAccessInstanceOperation ? receiver.Accessed() : receiver;
    }

    /// <summary>The name of the static member through which an operation gets at what it is of, or null.</summary>
    public static string? SharedRoot(this IOperation operation)
    {
        for (IOperation? current = operation; current is not null;)
        {
            switch (current)
            {
                case IMemberReferenceOperation { Member: { IsStatic: true } member } and (IFieldReferenceOperation or IPropertyReferenceOperation):
                    return member.Name;
                case IMemberReferenceOperation reference:
                    current = reference.Instance;
                    break;
                case IArrayElementReferenceOperation element:
                    current = element.ArrayReference;
                    break;
                case IConditionalAccessInstanceOperation:
                    current = current.Accessed();
                    break;
                case IConversionOperation conversion:
                    current = conversion.Operand;
                    break;
                default:
                    return null;
            }
        }

        return null;
    }

    public static bool HasInitializer(this ISymbol member) => member.DeclaringSyntaxReferences.Any(reference => reference.GetSyntax() is
        VariableDeclaratorSyntax { Initializer: not null } or PropertyDeclarationSyntax { Initializer: not null });

    private static string SpaceOf(INamedTypeSymbol type) => type.ContainingNamespace?.ToDisplayString() ?? "";

    /// <summary>What stands before the <c>?.</c> behind which an operation is.</summary>
    public static IOperation? Accessed(this IOperation instance)
    {
        for (IOperation? current = instance.Parent; current is not null; current = current.Parent)
        {
            if (current is IConditionalAccessOperation access && !access.Operation.Descendants().Contains(instance))
                return access.Operation;
        }

        return null;
    }
}
