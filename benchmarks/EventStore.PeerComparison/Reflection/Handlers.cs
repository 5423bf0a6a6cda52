using System.Collections.Concurrent;
using System.Reflection;

namespace EventStore.PeerComparison.Reflection;

/// <summary>The handlers of a type: methods called <c>When…</c>, found by reflection with the first use, and called by it.</summary>
internal static class Handlers
{
    private static readonly ConcurrentDictionary<Type, Dictionary<Type, MethodInfo>> Found = new();

    /// <summary>Calls the handler that takes this event, if there is one.</summary>
    /// <param name="target">Whose handler.</param>
    /// <param name="payload">The event.</param>
    /// <param name="more">What handlers of this type take besides.</param>
    public static void Handle(object target, object payload, params object[] more)
    {
        if (Found.GetOrAdd(target.GetType(), Find).TryGetValue(payload.GetType(), out MethodInfo? handler))
        {
            handler.Invoke(target, [payload, .. more]);
        }
    }

    private static Dictionary<Type, MethodInfo> Find(Type type) =>
        type.GetMethods(BindingFlags.Instance | BindingFlags.Public | BindingFlags.NonPublic)
            .Where(method => method.Name.StartsWith("When", StringComparison.Ordinal))
            .ToDictionary(method => method.GetParameters()[0].ParameterType);
}
