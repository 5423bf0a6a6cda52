using System.Collections.Concurrent;
using EventStore.Generators.Parsing;
using Microsoft.CodeAnalysis;

namespace EventStore.Generators.Diagnostics;

/// <summary>The members of the framework that must not be used during replay. One for a compilation; thread-safe.</summary>
internal sealed class ImpureMembers
{
    /// <summary>Types of which each member counts, those of derived types too.</summary>
    private static readonly Dictionary<string, Impurity> Types = new(StringComparer.Ordinal)
    {
        ["System.TimeProvider"] = Impurity.Clock,
        ["System.Diagnostics.Stopwatch"] = Impurity.Clock,
        ["System.Security.Cryptography.RandomNumberGenerator"] = Impurity.Chance,
        ["System.HashCode"] = Impurity.Chance,
        ["System.IO.File"] = Impurity.Outside,
        ["System.IO.Directory"] = Impurity.Outside,
        ["System.IO.FileSystemInfo"] = Impurity.Outside,
        ["System.IO.DriveInfo"] = Impurity.Outside,
        ["System.IO.FileStream"] = Impurity.Outside,
        ["System.IO.FileSystemWatcher"] = Impurity.Outside,
        ["System.IO.RandomAccess"] = Impurity.Outside,
        ["System.IO.Pipes.PipeStream"] = Impurity.Outside,
        ["System.Console"] = Impurity.Outside,
        ["System.Diagnostics.Process"] = Impurity.Outside,
        ["System.Net.Http.HttpMessageInvoker"] = Impurity.Outside,
        ["System.Net.Sockets.Socket"] = Impurity.Outside,
        ["System.Net.Sockets.TcpClient"] = Impurity.Outside,
        ["System.Net.Sockets.UdpClient"] = Impurity.Outside,
        ["System.Net.Dns"] = Impurity.Outside,
        ["System.Net.WebRequest"] = Impurity.Outside,
        ["System.Net.WebClient"] = Impurity.Outside,
        ["System.Net.Mail.SmtpClient"] = Impurity.Outside,
        ["System.Net.NetworkInformation.Ping"] = Impurity.Outside,
        ["System.Data.Common.DbConnection"] = Impurity.Outside,
        ["System.Data.Common.DbCommand"] = Impurity.Outside,
        ["System.Data.Common.DbDataSource"] = Impurity.Outside,
        ["Microsoft.EntityFrameworkCore.DbContext"] = Impurity.Outside,
        ["Microsoft.Extensions.Logging.ILogger"] = Impurity.Outside,
        ["Microsoft.Extensions.Logging.LoggerExtensions"] = Impurity.Outside,
        ["EventStore.IEventStore"] = Impurity.Outside,
        ["EventStore.Repository`1"] = Impurity.Outside,
        ["System.Environment"] = Impurity.Machine,
        ["System.AppContext"] = Impurity.Machine,
        ["System.AppDomain"] = Impurity.Machine,
        ["System.OperatingSystem"] = Impurity.Machine,
        ["System.Runtime.InteropServices.RuntimeInformation"] = Impurity.Machine,
        ["System.Threading.Thread"] = Impurity.Work,
        ["System.Threading.ThreadPool"] = Impurity.Work,
        ["System.Threading.Timer"] = Impurity.Work,
        ["System.Threading.PeriodicTimer"] = Impurity.Work,
        ["System.Timers.Timer"] = Impurity.Work,
        ["System.Threading.SemaphoreSlim"] = Impurity.Work,
        ["System.Threading.WaitHandle"] = Impurity.Work,
        ["System.Threading.Tasks.Task"] = Impurity.Work,
        ["System.Threading.Tasks.TaskFactory"] = Impurity.Work,
        ["System.Threading.Tasks.Parallel"] = Impurity.Work,
    };

    /// <summary>Single members; <see cref="Impurity.None"/> where the rest of the type counts.</summary>
    private static readonly Dictionary<string, Impurity> Members = new(StringComparer.Ordinal)
    {
        ["System.DateTime.Now"] = Impurity.Clock,
        ["System.DateTime.UtcNow"] = Impurity.Clock,
        ["System.DateTime.Today"] = Impurity.Clock,
        ["System.DateTimeOffset.Now"] = Impurity.Clock,
        ["System.DateTimeOffset.UtcNow"] = Impurity.Clock,
        ["System.Environment.TickCount"] = Impurity.Clock,
        ["System.Environment.TickCount64"] = Impurity.Clock,
        ["System.Environment.NewLine"] = Impurity.None,
        ["System.DateTime.ToLocalTime"] = Impurity.Machine,
        ["System.DateTimeOffset.ToLocalTime"] = Impurity.Machine,
        ["System.DateTimeOffset.LocalDateTime"] = Impurity.Machine,
        ["System.TimeZoneInfo.Local"] = Impurity.Machine,
        ["System.TimeZoneInfo.GetSystemTimeZones"] = Impurity.Machine,
        ["System.Globalization.CultureInfo.CurrentCulture"] = Impurity.Machine,
        ["System.Globalization.CultureInfo.CurrentUICulture"] = Impurity.Machine,
        ["System.Globalization.CultureInfo.InstalledUICulture"] = Impurity.Machine,
        ["System.Globalization.RegionInfo.CurrentRegion"] = Impurity.Machine,
        ["System.Security.Claims.ClaimsPrincipal.Current"] = Impurity.Machine,
        ["System.Guid.NewGuid"] = Impurity.Chance,
        ["System.Guid.CreateVersion7"] = Impurity.Chance,
        ["System.Random.Shared"] = Impurity.Chance,
        ["System.String.GetHashCode"] = Impurity.Chance,
        ["System.Object.GetHashCode"] = Impurity.Chance,
        ["System.Runtime.CompilerServices.RuntimeHelpers.GetHashCode"] = Impurity.Chance,
        ["System.IO.Path.GetRandomFileName"] = Impurity.Chance,
        ["System.IO.Path.GetTempFileName"] = Impurity.Outside,
        ["System.IO.Path.GetTempPath"] = Impurity.Machine,
        ["System.IO.Path.GetFullPath"] = Impurity.Machine,
        ["System.IO.FileSystemInfo.FullName"] = Impurity.None,
        ["System.IO.FileSystemInfo.Name"] = Impurity.None,
        ["System.IO.FileSystemInfo.Extension"] = Impurity.None,
        ["System.Threading.Tasks.Task.CompletedTask"] = Impurity.None,
        ["System.Threading.Tasks.Task.FromResult"] = Impurity.None,
    };

    private readonly ConcurrentDictionary<ISymbol, Impurity> _known = new(SymbolEqualityComparer.Default);

    public Impurity Find(ISymbol member) => member.ContainingType is null ? Impurity.None : _known.GetOrAdd(member.OriginalDefinition, Look);

    private static Impurity Look(ISymbol member)
    {
        INamedTypeSymbol type = member.ContainingType;
        if (Members.TryGetValue($"{type.MetadataFullName()}.{member.Name}", out Impurity impurity))
            return impurity;

        if (member is IMethodSymbol { MethodKind: MethodKind.Constructor } constructor && OpensOrDraws(type, constructor) is { } opened)
            return opened;

        return type.WithBases().Concat(type.AllInterfaces).Select(@base => Types.TryGetValue(@base.OriginalDefinition.MetadataFullName(), out Impurity found) ? found : Impurity.None)
            .FirstOrDefault(found => found != Impurity.None);
    }

    /// <summary>A reader of a text is pure, one of a file is not; a seed that stands in the event gives the same numbers at each replay.</summary>
    private static Impurity? OpensOrDraws(INamedTypeSymbol type, IMethodSymbol constructor) => type.MetadataFullName() switch
    {
        "System.IO.StreamReader" or "System.IO.StreamWriter" when constructor.Parameters is [{ Type.SpecialType: SpecialType.System_String }, ..] => Impurity.Outside,
        "System.Random" => constructor.Parameters.IsEmpty ? Impurity.Chance : Impurity.None,
        _ => null,
    };
}
