namespace EventStore;

/// <summary>
/// An event store: streams, appending, loading and querying. Made by <see cref="EventStoreBuilder"/>; thread-safe;
/// one for the life of the application.
/// </summary>
/// <remarks>
/// Every method but <see cref="InstallAsync"/> throws <see cref="EventStoreNotInstalledException"/> while the storage
/// is not installed, <see cref="StoreUnavailableException"/> where its server is out of reach, ends the connection or
/// does not answer in time, <see cref="ObjectDisposedException"/> after disposal, and
/// <see cref="OperationCanceledException"/> when its token is cancelled. A stream's name is case-sensitive; null, empty or white space is an
/// <see cref="ArgumentException"/>.
/// </remarks>
public interface IEventStore : IAsyncDisposable
{
    /// <summary>The events that the store can name, write and read: what <see cref="EventStoreBuilder.AddEvents"/> was given.</summary>
    EventCatalog Catalog { get; }

    /// <summary>What tells the time.</summary>
    TimeProvider TimeProvider { get; }

    /// <summary>Makes the storage ready. May be called at every start, and by several processes at once; nothing is lost.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task InstallAsync(CancellationToken cancellationToken = default);

    /// <summary>Creates an empty stream.</summary>
    /// <param name="streamName">
    /// 1 to 255 characters, without NUL and lone surrogates; every other character is welcome. The text before the
    /// first dash is its category; a name that starts with a dollar sign is internal, and <c>FromAll</c> leaves it out.
    /// </param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StreamAlreadyExistsException">There is one of that name; its events stay.</exception>
    Task CreateStreamAsync(string streamName, CancellationToken cancellationToken = default);

    /// <summary>Deletes a stream and its events. One that is created anew under the same name begins empty.</summary>
    /// <param name="streamName">The stream.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="StreamNotFoundException">There is none of that name.</exception>
    Task DeleteStreamAsync(string streamName, CancellationToken cancellationToken = default);

    /// <summary>Tells whether a stream exists.</summary>
    /// <param name="streamName">The stream.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<bool> HasStreamAsync(string streamName, CancellationToken cancellationToken = default);

    /// <summary>Lists the names of all streams, internal ones too, in the order of code points.</summary>
    /// <param name="cancellationToken">Cancels the call.</param>
    Task<IReadOnlyList<string>> FetchAllStreamNamesAsync(CancellationToken cancellationToken = default);

    /// <summary>Lists names of streams in the order of code points: filter first, then offset, then limit.</summary>
    /// <param name="filter">The whole name, or null for all.</param>
    /// <param name="limit">How many at most, 1 or more; null means all.</param>
    /// <param name="offset">How many to pass over, 0 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0 or negative, or the offset is negative.</exception>
    Task<IReadOnlyList<string>> FetchStreamNamesAsync(string? filter = null, int? limit = null, int offset = 0, CancellationToken cancellationToken = default);

    /// <summary>Lists names of streams in which a pattern is found, in the order of code points.</summary>
    /// <param name="pattern">A regular expression, unanchored and case-sensitive, of at most 256 characters, without look-around and back-references.</param>
    /// <param name="limit">How many at most, 1 or more; null means all.</param>
    /// <param name="offset">How many to pass over, 0 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The pattern is not valid, or lies outside what both providers understand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0 or negative, or the offset is negative.</exception>
    Task<IReadOnlyList<string>> FetchStreamNamesRegexAsync(string pattern, int? limit = null, int offset = 0, CancellationToken cancellationToken = default);

    /// <summary>Lists categories (the text before a name's first dash), each once, in the order of code points.</summary>
    /// <param name="filter">The whole category, or null for all.</param>
    /// <param name="limit">How many at most, 1 or more; null means all.</param>
    /// <param name="offset">How many to pass over, 0 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0 or negative, or the offset is negative.</exception>
    Task<IReadOnlyList<string>> FetchCategoryNamesAsync(string? filter = null, int? limit = null, int offset = 0, CancellationToken cancellationToken = default);

    /// <summary>Lists categories in which a pattern is found, each once, in the order of code points.</summary>
    /// <param name="pattern">A regular expression, as in <see cref="FetchStreamNamesRegexAsync"/>.</param>
    /// <param name="limit">How many at most, 1 or more; null means all.</param>
    /// <param name="offset">How many to pass over, 0 or more.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <exception cref="ArgumentException">The pattern is not valid, or lies outside what both providers understand.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The limit is 0 or negative, or the offset is negative.</exception>
    Task<IReadOnlyList<string>> FetchCategoryNamesRegexAsync(string pattern, int? limit = null, int offset = 0, CancellationToken cancellationToken = default);

    /// <summary>Appends events to a stream, all or nothing, in their order. Repeating it with the same events (the same ids) stores them once.</summary>
    /// <param name="streamName">An existing stream.</param>
    /// <param name="events">The events, enumerated once; none means success without anything being sent.</param>
    /// <param name="cancellationToken">Cancels the call; a cancelled append has stored nothing.</param>
    /// <returns>The position of each event.</returns>
    /// <exception cref="StreamNotFoundException">There is no such stream.</exception>
    /// <exception cref="ConcurrencyException">A version is taken, or only some of the ids are known.</exception>
    /// <exception cref="EventRejectedException">An event could not be stored or read back as it is.</exception>
    /// <exception cref="UnknownEventException">No catalog knows the type of an event.</exception>
    /// <exception cref="ArgumentException">An event is null, or an id stands there twice.</exception>
    /// <exception cref="AppendOutcomeUnknownException">The connection ended before the answer; append the same events again.</exception>
    /// <exception cref="StoreUnavailableException">The server is out of reach, or did not answer in time; nothing was written.</exception>
    Task<AppendResult> AppendToAsync(string streamName, IEnumerable<DomainEvent> events, CancellationToken cancellationToken = default);

    /// <summary>Appends a unit: parts for several streams and aggregates, all or nothing.</summary>
    /// <param name="unit">The unit; one without events means success without anything being sent.</param>
    /// <param name="cancellationToken">Cancels the call; a cancelled append has stored nothing.</param>
    /// <returns>The position of each event, part after part.</returns>
    /// <remarks>Throws what <see cref="AppendToAsync"/> throws.</remarks>
    Task<AppendResult> AppendAsync(AppendUnit unit, CancellationToken cancellationToken = default);

    /// <summary>Appends several units, each all or nothing and independent of the others.</summary>
    /// <param name="units">The units, enumerated once.</param>
    /// <param name="cancellationToken">Cancels what has not been sent yet.</param>
    /// <returns>An outcome for each unit, in their order: what <see cref="AppendToAsync"/> would have given or thrown.</returns>
    Task<IReadOnlyList<AppendOutcome>> AppendAsync(IEnumerable<AppendUnit> units, CancellationToken cancellationToken = default);

    /// <summary>
    /// Loads a stream forwards, page by page. Nothing is sent before it is enumerated; it can be enumerated again and
    /// side by side. It delivers every event that was committed before the enumeration began, and it ends.
    /// </summary>
    /// <param name="streamName">An existing stream; one that is missing, or deleted meanwhile, is a <see cref="StreamNotFoundException"/> from the enumeration, as a server out of reach is a <see cref="StoreUnavailableException"/>.</param>
    /// <param name="from">The first position to deliver, 1 or more.</param>
    /// <param name="to">The last position to deliver, included; null means to the end.</param>
    /// <param name="count">How many events to deliver at most, 1 or more; null means all.</param>
    /// <param name="matcher">Which events; null means all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> or <paramref name="count"/> is 0 or negative; from the call itself.</exception>
    /// <remarks>
    /// An append that is under way is passed by, also where later positions are committed already. Whoever follows a
    /// stream uses a query, which stops before it: loading again from behind the last position would miss its events.
    /// </remarks>
    IAsyncEnumerable<DomainEvent> LoadAsync(string streamName, long from = 1, long? to = null, long? count = null, MetadataMatcher? matcher = null);

    /// <summary>Loads a stream backwards, page by page, as <see cref="LoadAsync"/> does forwards.</summary>
    /// <param name="streamName">An existing stream.</param>
    /// <param name="from">The first (highest) position to deliver, 1 or more; null means the end.</param>
    /// <param name="count">How many events to deliver at most, 1 or more; null means all.</param>
    /// <param name="matcher">Which events; null means all.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="from"/> or <paramref name="count"/> is 0 or negative; from the call itself.</exception>
    IAsyncEnumerable<DomainEvent> LoadBackwardsAsync(string streamName, long? from = null, long? count = null, MetadataMatcher? matcher = null);

    /// <summary>Loads several streams as one sequence in the order of the appends, page by page, as <see cref="LoadAsync"/> does one.</summary>
    /// <param name="streams">The streams, at least one, each once and with its own start and matcher.</param>
    /// <param name="count">How many events to deliver at most, 1 or more; null means all.</param>
    /// <exception cref="ArgumentException">No stream, or one twice; from the call itself.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is 0 or negative; from the call itself.</exception>
    IAsyncEnumerable<DomainEvent> MergeAndLoadAsync(IEnumerable<LoadStreamParameter> streams, long? count = null);

    /// <summary>Starts a query: a state that is folded from events, in memory.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <returns>A query that still needs <c>Init</c>, a source and a handler.</returns>
    Query<TState> Query<TState>();

    /// <summary>Starts a query: a state that is folded from events, in memory.</summary>
    /// <typeparam name="TState">The state.</typeparam>
    /// <param name="init">Makes the state that it starts with.</param>
    /// <returns>A query that still needs a source and a handler.</returns>
    Query<TState> Query<TState>(Func<TState> init);

    /// <summary>Looks at projections and steers them, wherever they run.</summary>
    IProjectionManager Projections { get; }

    /// <summary>Starts a projection: a state that follows events and is stored.</summary>
    /// <typeparam name="TState">The state; a single value, or a type that the catalog knows: mark it with <see cref="ProjectionStateAttribute"/>.</typeparam>
    /// <param name="name">The projection's name, 1 to 255 characters, without NUL and lone surrogates. It is a contract: another name starts anew.</param>
    /// <param name="options">How it runs; null means the defaults.</param>
    /// <returns>A projector that still needs <c>Init</c>, a source and a handler.</returns>
    /// <exception cref="ArgumentException">The name or an option is not valid.</exception>
    Projector<TState> Projector<TState>(string name, ProjectionOptions? options = null);

    /// <summary>Starts a projection: a state that follows events and is stored.</summary>
    /// <typeparam name="TState">The state; a single value, or a type that the catalog knows: mark it with <see cref="ProjectionStateAttribute"/>.</typeparam>
    /// <param name="name">The projection's name, 1 to 255 characters, without NUL and lone surrogates. It is a contract: another name starts anew.</param>
    /// <param name="init">Makes the state that it starts with.</param>
    /// <param name="options">How it runs; null means the defaults.</param>
    /// <returns>A projector that still needs a source and a handler.</returns>
    /// <exception cref="ArgumentException">The name or an option is not valid.</exception>
    Projector<TState> Projector<TState>(string name, Func<TState> init, ProjectionOptions? options = null);

    /// <summary>Starts a projection of a class marked <see cref="ProjectionAttribute"/>, whose handlers are generated.</summary>
    /// <typeparam name="TProjection">The class, which is the state.</typeparam>
    /// <param name="options">How it runs; null means the defaults.</param>
    /// <returns>A projector that still needs a source.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    Projector<TProjection> Projector<TProjection>(ProjectionOptions? options = null)
        where TProjection : class, IProjection<TProjection>;

    /// <summary>Starts a projection that keeps a read model and a state of its own.</summary>
    /// <typeparam name="TReadModel">The read model.</typeparam>
    /// <typeparam name="TState">The state, as with <see cref="Projector{TState}(string, ProjectionOptions?)"/>.</typeparam>
    /// <param name="name">The projection's name.</param>
    /// <param name="readModel">The read model; it belongs to this projection.</param>
    /// <param name="init">Makes the state that it starts with.</param>
    /// <param name="options">How it runs; null means the defaults.</param>
    /// <returns>A projector that still needs a source and a handler.</returns>
    /// <exception cref="ArgumentException">The name or an option is not valid.</exception>
    ReadModelProjector<TReadModel, TState> ReadModelProjector<TReadModel, TState>(string name, TReadModel readModel, Func<TState> init, ProjectionOptions? options = null)
        where TReadModel : class, IReadModel;

    /// <summary>Starts a projection that keeps a read model; its handlers get the read model in place of a state.</summary>
    /// <typeparam name="TReadModel">The read model.</typeparam>
    /// <param name="name">The projection's name.</param>
    /// <param name="readModel">The read model; it belongs to this projection.</param>
    /// <param name="options">How it runs; null means the defaults.</param>
    /// <returns>A projector that still needs a source and a handler.</returns>
    /// <exception cref="ArgumentException">The name or an option is not valid.</exception>
    ReadModelProjector<TReadModel, TReadModel> ReadModelProjector<TReadModel>(string name, TReadModel readModel, ProjectionOptions? options = null)
        where TReadModel : class, IReadModel;

    /// <summary>Starts a projection of a read model whose class is marked <see cref="ReadModelAttribute"/>, and whose handlers are generated.</summary>
    /// <typeparam name="TReadModel">The class.</typeparam>
    /// <param name="readModel">The read model; it belongs to this projection.</param>
    /// <param name="options">How it runs; null means the defaults.</param>
    /// <returns>A projector that still needs a source.</returns>
    /// <exception cref="ArgumentException">An option is not valid.</exception>
    ReadModelProjector<TReadModel, TReadModel> ReadModelProjector<TReadModel>(TReadModel readModel, ProjectionOptions? options = null)
        where TReadModel : class, IReadModel, IReadModelHandlers<TReadModel>;
}
