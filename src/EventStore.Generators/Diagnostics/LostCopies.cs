using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Operations;

namespace EventStore.Generators.Diagnostics;

/// <summary>Copies of an immutable aggregate that nothing goes on with.</summary>
internal static class LostCopies
{
    /// <summary>Whether a value is put into a variable that is never read.</summary>
    public static bool IsInUnreadVariable(IOperation value)
    {
        ILocalSymbol? variable = Holder(value) switch
        {
            IVariableInitializerOperation { Parent: IVariableDeclaratorOperation declarator } => declarator.Symbol,
            ISimpleAssignmentOperation { Target: ILocalReferenceOperation target, Parent: IExpressionStatementOperation } => target.Local,
            _ => null,
        };
        return variable is { RefKind: RefKind.None } && !IsRead(variable, value);
    }

    /// <summary>Whether a value is put nowhere at all.</summary>
    public static bool IsDiscarded(IOperation value) =>
        Holder(value) is ISimpleAssignmentOperation { Target: IDiscardOperation, Parent: IExpressionStatementOperation } or IExpressionStatementOperation;

    private static IOperation? Holder(IOperation value) => value.Parent is IConversionOperation conversion ? Holder(conversion) : value.Parent;

    private static bool IsRead(ILocalSymbol variable, IOperation value)
    {
        IOperation root = value;
        while (root.Parent is { } parent)
            root = parent;

        return root.Descendants().OfType<ILocalReferenceOperation>().Any(reference =>
            SymbolEqualityComparer.Default.Equals(reference.Local, variable) && !(reference.Parent is ISimpleAssignmentOperation assignment && assignment.Target == reference));
    }
}
