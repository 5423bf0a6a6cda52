using System.Diagnostics;
using System.Runtime.ExceptionServices;
using EventStore.Providers;

namespace EventStore;

/// <summary>The way of an append: check → PreAppend → record → store → Appended.</summary>
internal sealed class EventAppender(IEventLog log, EventCatalog catalog, MiddlewarePipeline pipeline, EventStoreOptions options, AppendSignal? signal)
{
    public async Task<AppendResult> AppendAsync(AppendUnit unit, CancellationToken cancellationToken)
    {
        IReadOnlyList<AppendOutcome> outcomes = await AppendAsync([unit], throwsOnRefusal: true, cancellationToken).ConfigureAwait(false);
        if (outcomes[0].Exception is { } exception)
        {
            ExceptionDispatchInfo.Throw(exception);
        }

        return outcomes[0].Result;
    }

    public Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<AppendUnit> units, CancellationToken cancellationToken) =>
        AppendAsync(units, throwsOnRefusal: false, cancellationToken);

    private async Task<IReadOnlyList<AppendOutcome>> AppendAsync(IReadOnlyList<AppendUnit> units, bool throwsOnRefusal, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        var outcomes = new AppendOutcome[units.Count];
        var toStore = new List<(int Index, IReadOnlyList<DomainEvent> Events, RecordedUnit Unit)>(units.Count);
        using var recorder = new RecorderSet(catalog, options.MaxEventSize);
        for (int i = 0; i < units.Count; i++)
        {
            List<(string StreamName, IReadOnlyList<DomainEvent> Events)> parts =
                [.. units[i].Parts.Where(part => part.Events.Count > 0).Select(part => (part.StreamName, part.Events))];
            if (parts.Count == 0)
            {
                outcomes[i] = new AppendOutcome(AppendResult.Empty);
                continue;
            }

            try
            {
                Check(parts);
                NameByPayload(parts);
                await PreAppendAsync(parts, cancellationToken).ConfigureAwait(false);
                toStore.Add((i, [.. parts.SelectMany(part => part.Events)], recorder.Record(parts)));
            }
            catch (Exception exception) when (!throwsOnRefusal && exception is not OperationCanceledException)
            {
                outcomes[i] = new AppendOutcome(exception);
            }
        }

        if (toStore.Count > 0)
        {
            IReadOnlyList<AppendOutcome> stored = await StoreAsync([.. toStore.Select(unit => unit.Unit)], cancellationToken).ConfigureAwait(false);
            for (int i = 0; i < stored.Count; i++)
            {
                if (stored[i].Exception is AppendOutcomeUnknownException unknown)
                {
                    unknown.Of(units[toStore[i].Index]);
                }

                outcomes[toStore[i].Index] = await AppendedAsync(stored[i], toStore[i].Events, toStore[i].Unit, cancellationToken).ConfigureAwait(false);
            }
        }

        return outcomes;
    }

    private async ValueTask<IReadOnlyList<AppendOutcome>> StoreAsync(RecordedUnit[] units, CancellationToken cancellationToken)
    {
        long start = options.TimeProvider.GetTimestamp();
        using Activity? activity = EventStoreTelemetry.Source.StartActivity("eventstore.append", ActivityKind.Client);
        IReadOnlyList<AppendOutcome> outcomes = await log.AppendAsync(units, cancellationToken).ConfigureAwait(false);
        EventStoreTelemetry.AppendDuration.Record(options.TimeProvider.GetElapsedTime(start).TotalSeconds);
        bool isStored = false;
        for (int i = 0; i < units.Length; i++)
        {
            string name = EventStoreTelemetry.NameOf(outcomes[i]);
            EventStoreTelemetry.AppendedUnits.Add(1, new KeyValuePair<string, object?>("eventstore.outcome", name));
            if (outcomes[i] is { IsStored: true, Result.AlreadyStored: false })
            {
                EventStoreTelemetry.AppendedEvents.Add(units[i].EventCount);
                isStored = true;
            }
            else if (!outcomes[i].IsStored)
            {
                activity?.SetStatus(ActivityStatusCode.Error, name);
            }
        }

        activity?.SetTag("eventstore.units", units.Length);
        activity?.SetTag("eventstore.events", units.Sum(unit => unit.EventCount));
        if (isStored)
        {
            signal?.Set();
        }

        return outcomes;
    }

    private void Check(List<(string StreamName, IReadOnlyList<DomainEvent> Events)> parts)
    {
        int count = parts.Sum(part => part.Events.Count);
        if (count > options.MaxUnitEvents)
        {
            throw new ArgumentException($"A unit has at most {options.MaxUnitEvents} events; this one has {count}. Append it in parts, or raise EventStoreBuilder.WithMaxUnitEvents.", nameof(parts));
        }

        var ids = new HashSet<Guid>();
        foreach ((string streamName, IReadOnlyList<DomainEvent> events) in parts)
        {
            ids.Clear();
            foreach (DomainEvent domainEvent in events)
            {
                if (!ids.Add(domainEvent.EventId))
                {
                    throw new ArgumentException($"The event id {domainEvent.EventId} stands twice in the part for stream '{streamName}'. An id belongs to one event: give each its own.", nameof(parts));
                }
            }
        }
    }

    private async ValueTask PreAppendAsync(List<(string StreamName, IReadOnlyList<DomainEvent> Events)> parts, CancellationToken cancellationToken)
    {
        if (!pipeline.Has(DomainEventAction.PreAppend))
        {
            return;
        }

        for (int part = 0; part < parts.Count; part++)
        {
            var changed = new DomainEvent[parts[part].Events.Count];
            for (int i = 0; i < changed.Length; i++)
            {
                changed[i] = await pipeline.RunAsync(DomainEventAction.PreAppend, parts[part].Events[i], cancellationToken).ConfigureAwait(false);
            }

            parts[part] = (parts[part].StreamName, changed);
        }
    }

    /// <summary>A middleware and the store see an event under the name by which its payload can be read back.</summary>
    private void NameByPayload(List<(string StreamName, IReadOnlyList<DomainEvent> Events)> parts)
    {
        for (int part = 0; part < parts.Count; part++)
        {
            if (parts[part].Events.Any(domainEvent => domainEvent.LacksType))
            {
                parts[part] = (parts[part].StreamName, [.. parts[part].Events.Select(catalog.Name)]);
            }
        }
    }

    /// <summary>The events are stored by now: neither a middleware's failure nor a cancelled token may say otherwise.</summary>
    private async ValueTask<AppendOutcome> AppendedAsync(AppendOutcome outcome, IReadOnlyList<DomainEvent> events, RecordedUnit unit, CancellationToken cancellationToken)
    {
        if (!outcome.IsStored || outcome.Result.AlreadyStored || !pipeline.Has(DomainEventAction.Appended))
        {
            return outcome;
        }

        IReadOnlyList<long> positions = outcome.Result.Positions;
        try
        {
            int index = 0;
            foreach (RecordedPart part in unit.Parts)
            {
                for (int i = 0; i < part.Events.Count; i++, index++)
                {
                    DomainEvent stored = events[index].With(events[index].Header with { Position = positions[index], StreamName = part.StreamName });
                    await pipeline.RunAsync(DomainEventAction.Appended, stored, cancellationToken).ConfigureAwait(false);
                }
            }

            return outcome;
        }
        catch (Exception exception)
        {
            return new AppendOutcome(outcome.Result, new MiddlewareException(positions, exception, isCommitted: signal is not null));
        }
    }

    /// <summary>A recorder for each unit: a refused one leaves nothing behind in the others' memory.</summary>
    private sealed class RecorderSet(EventCatalog catalog, int maxEventSize) : IDisposable
    {
        private readonly List<(EventRecorder Recorder, RecordedUnit? Unit)> _recorders = [];

        public RecordedUnit Record(IReadOnlyList<(string StreamName, IReadOnlyList<DomainEvent> Events)> parts)
        {
            var recorder = new EventRecorder(catalog, maxEventSize);
            _recorders.Add((recorder, null));
            RecordedUnit unit = recorder.Record(parts);
            _recorders[^1] = (recorder, unit);
            return unit;
        }

        public void Dispose()
        {
            foreach ((EventRecorder recorder, RecordedUnit? unit) in _recorders)
            {
                // Memory that may be read still is nobody else's: it goes when nobody refers to it.
                if (unit is not { IsRetained: true })
                {
                    recorder.Dispose();
                }
            }
        }
    }
}
