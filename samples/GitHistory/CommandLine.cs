using GitHistory.Domain;

namespace GitHistory;

/// <summary>What the user asked for.</summary>
internal sealed record CommandLine
{
    public const string Usage = """
        Usage: GitHistory COMMAND [OPTION…]

        Imports the first-parent history of a git repository as events, and answers from them.

        Commands:
          authors           the commits of each author: git shortlog -sn --first-parent HEAD
          directories       how many files lie in each directory itself, most first; . is the
                            top of the repository
          files [-z]        the names of the files: git ls-tree -r --name-only HEAD,
                            raw, one a line; with -z each ends with NUL
          history PATH      what happened to one file, oldest first;
                            PATH counts from the top of the repository
          status            each projection of the store: what it does, its lag (the age of the
                            oldest commit that it has not passed), its parked events, and how
                            far it has come in each stream; imports nothing

        Options:
          --repository DIR  the repository; default: the current directory
          --store STORE     memory (default), or postgres, which keeps what is imported
          --connection "…"  where PostgreSQL is, in Npgsql's words ("Host=…;Username=…");
                            what it leaves out is taken from PGHOST, PGPORT, PGUSER,
                            PGPASSWORD, PGDATABASE and so on
          --follow          with authors and directories, and --store postgres: imports nothing,
                            but keeps the tables of both up to date while other programs import,
                            and prints the asked one whenever it has changed, behind an empty
                            line; Ctrl-C and kill end it, with exit code 0
          --once            with --follow: ends when everything that is stored is counted
          --help            this text

        Exit codes: 0 done, 1 failed, 2 asked wrongly, 130 interrupted.

        """;

    public string Command { get; private init; } = "";

    /// <summary>The operand of <c>history</c>.</summary>
    public GitText Path { get; private init; } = new("", null);

    public bool EndWithNul { get; private init; }

    public string Repository { get; private init; } = ".";

    public bool UsePostgres { get; private init; }

    public string? Connection { get; private init; }

    public bool Follow { get; private init; }

    /// <summary>Whether following ends at the head of the store.</summary>
    public bool Once { get; private init; }

    public bool Help { get; private init; }

    /// <exception cref="UserException">It makes no sense.</exception>
    public static CommandLine Parse(IReadOnlyList<byte[]> arguments)
    {
        var line = new CommandLine();
        var operands = new List<byte[]>();
        bool optionsEnded = false;
        for (int i = 0; i < arguments.Count; i++)
        {
            string argument = Text(arguments[i]);
            if (optionsEnded || !argument.StartsWith('-') || argument == "-")
            {
                operands.Add(arguments[i]);
                continue;
            }

            int equals = argument.StartsWith("--", StringComparison.Ordinal) ? argument.IndexOf('=', StringComparison.Ordinal) : -1;
            string option = equals < 0 ? argument : argument[..equals];
            line = option switch
            {
                "--" => line,
                "--help" or "-h" => line with { Help = true },
                "--follow" => line with { Follow = true },
                "--once" => line with { Once = true },
                "-z" => line with { EndWithNul = true },
                "--repository" => line with { Repository = Value() },
                "--connection" => line with { Connection = Value() },
                "--store" => line with { UsePostgres = Store(Value()) },
                _ => throw Wrong($"there is no option {option}"),
            };
            optionsEnded = option == "--";

            string Value() =>
                equals >= 0 ? argument[(equals + 1)..]
                : i + 1 < arguments.Count ? Text(arguments[++i])
                : throw Wrong($"{option} needs a value");
        }

        return line.Help ? line : line.WithOperands(operands);
    }

    private CommandLine WithOperands(List<byte[]> operands)
    {
        string command = operands.Count == 0 ? throw Wrong("no command") : Text(operands[0]);
        int expected = command switch
        {
            "authors" or "directories" or "files" or "status" => 1,
            "history" => 2,
            _ => throw Wrong($"there is no command {command}"),
        };
        if (operands.Count != expected)
        {
            throw Wrong(operands.Count < expected ? $"{command} needs a PATH" : $"{command} does not take '{Text(operands[expected])}'");
        }

        if (EndWithNul && command != "files")
        {
            throw Wrong("-z belongs to files");
        }

        if (Connection is not null && !UsePostgres)
        {
            throw Wrong("--connection belongs to --store postgres");
        }

        if (Follow && command is not ("authors" or "directories"))
        {
            throw Wrong("--follow belongs to authors and directories");
        }

        if (Once && !Follow)
        {
            throw Wrong("--once belongs to --follow");
        }

        // What is in memory is seen by nobody else, and ends with the program.
        if ((Follow || command == "status") && !UsePostgres)
        {
            throw Wrong($"{(Follow ? "--follow" : command)} needs --store postgres: a store in memory has no other program's import to follow and no projections to show");
        }

        return this with { Command = command, Path = expected == 2 ? GitText.FromBytes(operands[1]) : Path };
    }

    private static bool Store(string value) => value switch
    {
        "memory" => false,
        "postgres" => true,
        _ => throw Wrong($"--store is memory or postgres, not {value}"),
    };

    private static string Text(byte[] argument) => System.Text.Encoding.UTF8.GetString(argument);

    private static UserException Wrong(string what) => new($"{what}; see --help", ExitCode.Usage);
}
