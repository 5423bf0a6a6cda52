using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>What a value belongs to, and whether it is shared or a copy.</summary>
internal static class EventRoots
{
    /// <summary>
    /// The member of the aggregate, the parameter or the local variable through which an operation gets at what it is of;
    /// it is direct if nothing lies between. Null if that is none of these.
    /// </summary>
    public static (ISymbol Symbol, bool IsDirect)? RootIn(this IOperation operation, INamedTypeSymbol aggregate)
    {
        bool isDirect = true;
        for (IOperation? current = operation; current is not null;)
        {
            switch (current)
            {
                case IFieldReferenceOperation or IPropertyReferenceOperation when ((IMemberReferenceOperation)current).Instance is { Type: { } type } instance && SymbolEqualityComparer.Default.Equals(type, aggregate) && !instance.IsOfNewObject():
                    return (((IMemberReferenceOperation)current).Member.OriginalDefinition, isDirect);
                case IFieldReferenceOperation or IPropertyReferenceOperation:
                    current = ((IMemberReferenceOperation)current).Instance;
                    isDirect = false;
                    break;
                case IArrayElementReferenceOperation element:
                    current = element.ArrayReference;
                    isDirect = false;
                    break;
                case IConversionOperation conversion:
                    current = conversion.Operand;
                    break;
                case IConditionalAccessInstanceOperation:
                    current = current.Accessed();
                    break;
                case IParameterReferenceOperation parameter:
                    return (parameter.Parameter, isDirect);
                case ILocalReferenceOperation local:
                    return (local.Local, isDirect);
                default:
                    return null;
            }
        }

        return null;
    }

    /// <summary>The value without conversions, and what stands before <c>??</c>.</summary>
    public static IOperation Stripped(this IOperation value) => value switch
    {
        IConversionOperation { OperatorMethod: null } conversion => conversion.Operand.Stripped(),
        ICoalesceOperation coalesce => coalesce.Value.Stripped(),
        _ => value,
    };

    /// <summary>The values that an object is made of: those of its constructor and of its initialiser.</summary>
    public static IEnumerable<IOperation> GivenValues(this IObjectCreationOperation creation) =>
        creation.Arguments.Select(argument => argument.Value)
            .Concat(creation.Initializer?.Initializers.OfType<ISimpleAssignmentOperation>().Select(assignment => assignment.Value) ?? []);

    /// <summary>Whether two that hold it see the same thing change.</summary>
    public static bool IsShared(this ITypeSymbol? type) =>
        type is { IsReferenceType: true, SpecialType: SpecialType.None or SpecialType.System_Collections_Generic_IEnumerable_T or SpecialType.System_Collections_Generic_IList_T or SpecialType.System_Collections_Generic_ICollection_T };

    /// <summary>How a copy is written, as the end of a sentence; empty where that depends on the type.</summary>
    public static string CopyHint(this ITypeSymbol? type, string text) =>
        type is null ? ""
        : type.AllInterfaces.Append(type).Any(@base => @base.Name is "IDictionary" or "IReadOnlyDictionary") ? $", for example 'new Dictionary<…>({text})'"
        : type is IArrayTypeSymbol || type.SpecialType == SpecialType.System_Collections_Generic_IEnumerable_T || type.AllInterfaces.Any(@base => @base.SpecialType == SpecialType.System_Collections_IEnumerable) ? $", for example '[.. {text}]'"
        : "";

    /// <summary>Whether an assembly's user called it an event.</summary>
    public static bool IsMarkedEvent(this ITypeSymbol? type) => type?.Attribute(KnownNames.Event) is not null;

    private static bool IsOfNewObject(this IOperation instance) =>
        instance is IInstanceReferenceOperation { ReferenceKind: InstanceReferenceKind.ImplicitReceiver }
        && Enclosing(instance) is not IWithOperation;

    private static IOperation? Enclosing(IOperation instance)
    {
        IOperation? current = instance.Parent;
        while (current is not (null or IObjectOrCollectionInitializerOperation))
            current = current.Parent;

        return current?.Parent;
    }
}
