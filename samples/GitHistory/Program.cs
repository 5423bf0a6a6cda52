using System.Runtime.InteropServices;
using EventStore;
using GitHistory;
using GitHistory.Commands;
using GitHistory.Domain;
using GitHistory.Git;
using GitHistory.Import;
using GitHistory.ReadModels;
using GitHistory.Stores;
using Npgsql;

// The first Ctrl-C (or kill) ends the import behind a whole commit; a second one ends the program at once.
using var interrupted = new CancellationTokenSource();
int signal = 0;
using var onInterrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, context => Interrupt(context, 2));
using var onTerminate = PosixSignalRegistration.Create(PosixSignal.SIGTERM, context => Interrupt(context, 15));

NpgsqlConnectionStringBuilder? server = null;
try
{
    CommandLine line = CommandLine.Parse(RawArguments.From(args));
    if (line.Help)
    {
        Console.Out.Write(CommandLine.Usage);
        return ExitCode.Success;
    }

    server = line.UsePostgres ? PostgresConnection.From(line.Connection) : null;
    if (line.Follow)
    {
        await using Stream tables = Console.OpenStandardOutput();
        await FollowAsync(line, server!.ConnectionString, tables, interrupted.Token);
        return ExitCode.Success;
    }

    using MemoryStream answer = line.Command == "status"
        ? await StatusAsync(interrupted.Token)
        : await AnswerAsync(line, interrupted.Token);
    await using Stream output = Console.OpenStandardOutput();
    answer.WriteTo(output);
    return ExitCode.Success;
}
catch (Exception) when (interrupted.IsCancellationRequested)
{
    return ExitCode.Signal + signal;
}
catch (Exception exception) when (ErrorLine.From(exception, server) is { } error)
{
    Console.Error.WriteLine(error);
    return exception is UserException user ? user.ExitCode : ExitCode.Failure;
}

// Imports what is new, and answers from what is stored. The answer is complete before any of it is written, so that
// nobody else's import waits for whoever reads it.
async Task<MemoryStream> AnswerAsync(CommandLine line, CancellationToken cancellationToken)
{
    GitRepository repository = await GitRepository.OpenAsync(line.Repository, cancellationToken);
    var streams = new HistoryStreams(repository.Root);
    var report = new ImportReport();

    await using IEventStore store = BuildStore();
    await using ImportLock? importLock = server is null
        ? null
        : await ImportLock.TakeAsync(server.ConnectionString, repository.Root, report.Waiting, cancellationToken);

    await store.InstallAsync(cancellationToken);
    await new Importer(store, repository, streams, report).RunAsync(cancellationToken);

    var answer = new MemoryStream();
    await (line.Command switch
    {
        "authors" => Authors.WriteAsync(store, streams, repository, answer, cancellationToken),
        "directories" => Directories.WriteAsync(store, streams, answer, cancellationToken),
        "files" => Files.WriteAsync(store, streams, line.EndWithNul ? (byte)0 : (byte)'\n', answer, cancellationToken),
        _ => History.WriteAsync(store, streams, line.Path, answer, cancellationToken),
    });
    return answer;
}

// Imports nothing: other programs do.
async Task FollowAsync(CommandLine line, string connectionString, Stream output, CancellationToken cancellationToken)
{
    GitRepository repository = await GitRepository.OpenAsync(line.Repository, cancellationToken);
    await using IEventStore store = BuildStore();
    await store.InstallAsync(cancellationToken);
    await using NpgsqlDataSource source = PostgresConnection.BuildSource(connectionString);
    Following following = line.Command == "authors"
        ? new(store, source, AuthorCommits.Rows, repository.Root, (rows, text) => Authors.WriteAsync(rows, repository, text, CancellationToken.None))
        : new(store, source, DirectoryFiles.Rows, repository.Root, (rows, text) => Directories.WriteAsync(rows, text, CancellationToken.None));
    await following.RunAsync(line.Once, output, cancellationToken);
}

async Task<MemoryStream> StatusAsync(CancellationToken cancellationToken)
{
    await using IEventStore store = BuildStore();
    var answer = new MemoryStream();
    await Status.WriteAsync(store, answer, cancellationToken);
    return answer;
}

IEventStore BuildStore()
{
    EventStoreBuilder builder = new EventStoreBuilder()
        .AddEvents(GitEvents.Catalog)
        .WithMaxUnitEvents(int.MaxValue); // a first commit may bring any number of files
    return (server is null ? builder.UseInMemory() : builder.UsePostgres(server.ConnectionString)).Build();
}

void Interrupt(PosixSignalContext context, int number)
{
    context.Cancel = !interrupted.IsCancellationRequested;
    signal = number;
    interrupted.Cancel();
}
