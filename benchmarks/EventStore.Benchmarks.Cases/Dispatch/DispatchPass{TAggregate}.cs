using System.Diagnostics.CodeAnalysis;
using System.Linq.Expressions;
using System.Reflection;
using EventStore.CompilerServices;

namespace EventStore.Benchmarks.Dispatch;

/// <summary>The ways that need not know the aggregate. The hand-written switches stand beside it.</summary>
internal abstract class DispatchPass<[DynamicallyAccessedMembers(DynamicallyAccessedMemberTypes.PublicMethods)] TAggregate> : DispatchPass
    where TAggregate : class, IAggregate<TAggregate>, ISummed
{
    private readonly int[] _ordinals = new int[Length];
    private readonly Dictionary<Type, MethodInfo> _methods;
    private readonly Dictionary<Type, Action<TAggregate, object>> _delegates;
    private readonly Dictionary<Type, Action<TAggregate, object>> _expressions;

    /// <summary>Makes a sequence of events in an order that repeats with each start of the program.</summary>
    /// <param name="events">One of each.</param>
    /// <param name="delegates">A delegate for each, in the same order.</param>
    protected DispatchPass(object[] events, Action<TAggregate, object>[] delegates)
    {
        Aggregate = TAggregate.Create(new AggregateJournal(Guid.CreateVersion7(), TAggregate.AggregateTypeName));
        Dictionary<Type, int> ordinals = TAggregate.EventTypes.Select((type, ordinal) => (type.ClrType, ordinal)).ToDictionary();
        var random = new Random(42);
        for (int i = 0; i < Length; i++)
        {
            HandWrittenOrdinals[i] = random.Next(events.Length);
            Payloads[i] = events[HandWrittenOrdinals[i]];
            _ordinals[i] = ordinals[Payloads[i].GetType()];
        }

        _methods = typeof(TAggregate).GetMethods().Where(method => method.Name == "When").ToDictionary(method => method.GetParameters()[0].ParameterType);
        _delegates = events.Select((payload, i) => (payload.GetType(), delegates[i])).ToDictionary();
        _expressions = _methods.ToDictionary(method => method.Key, method => Compile(method.Value));
    }

    protected TAggregate Aggregate { get; }

    protected object[] Payloads { get; } = new object[Length];

    protected int[] HandWrittenOrdinals { get; } = new int[Length];

    /// <summary>As the store calls it: from generic code, by the ordinal that the look-up of the name gave.</summary>
    public sealed override long Ours()
    {
        TAggregate aggregate = Aggregate;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = TAggregate.Replay(aggregate, _ordinals[i], Payloads[i], NoContext.Instance);

        return aggregate.Sum;
    }

    protected abstract IApplier<TAggregate> Applier { get; }

    public sealed override long SwitchBehindInterface()
    {
        TAggregate aggregate = Aggregate;
        IApplier<TAggregate> applier = Applier;
        for (int i = 0; i < Payloads.Length; i++)
            aggregate = applier.Apply(aggregate, HandWrittenOrdinals[i], Payloads[i]);

        return aggregate.Sum;
    }

    public sealed override long DelegateDictionary()
    {
        foreach (object payload in Payloads)
            _delegates[payload.GetType()](Aggregate, payload);

        return Aggregate.Sum;
    }

    public sealed override long MethodInvoke()
    {
        foreach (object payload in Payloads)
            _methods[payload.GetType()].Invoke(Aggregate, [payload]);

        return Aggregate.Sum;
    }

    public sealed override long CompiledExpression()
    {
        foreach (object payload in Payloads)
            _expressions[payload.GetType()](Aggregate, payload);

        return Aggregate.Sum;
    }

    private static Action<TAggregate, object> Compile(MethodInfo method)
    {
        ParameterExpression aggregate = Expression.Parameter(typeof(TAggregate));
        ParameterExpression payload = Expression.Parameter(typeof(object));
        MethodCallExpression call = Expression.Call(aggregate, method, Expression.Convert(payload, method.GetParameters()[0].ParameterType));
        return Expression.Lambda<Action<TAggregate, object>>(call, aggregate, payload).Compile();
    }
}
