namespace EventStore.Postgres;

/// <summary>The statements that make each layout of the store out of the one before: what is installed was upgraded from nothing.</summary>
internal static class SchemaSteps
{
    /// <summary>Leads from a layout, 0 for none, to the one of today.</summary>
    public static IEnumerable<string> From(int version, StoreSchema schema)
    {
        IEnumerable<string>[] steps = [First(schema), Second(schema), Third(schema)];
        return steps.Skip(version).SelectMany(step => step);
    }

    private static IEnumerable<string> First(StoreSchema schema)
    {
        // One sequence for the store. A cache would hand out positions in blocks, out of the order of the appends.
        yield return $"create sequence {schema.Position} as bigint minvalue 1 maxvalue {StoreSchema.MaxPosition} cache 1 no cycle";

        // A fresh sequence says that its last value is 1 before 1 is given out: spend it, and the two never differ.
        yield return $"select nextval({StoreSchema.Literal(schema.Position)})";

        yield return $"""
            create table {schema.Store} (
              singleton boolean primary key default true check (singleton),
              tag smallint not null check (tag >= 0),
              schema_version int not null)
            """;

        // The tag keeps the locks of the stores of one database apart. Two that share one by chance hold each other
        // up, and nothing worse: a sequence's oid is as good as any number.
        yield return $"""
            insert into {schema.Store} (tag, schema_version)
            select ({StoreSchema.Literal(schema.Position)}::regclass::oid::bigint % 32768)::smallint, 1
            """;

        yield return $"""
            create table {schema.Streams} (
              id bigint generated always as identity primary key,
              name text collate "C" not null unique,
              table_name text collate "C" not null unique,
              created_by_projection text collate "C",
              created_at timestamptz not null default clock_timestamp())
            """;
    }

    /// <summary>Stores that are append-only.</summary>
    private static IEnumerable<string> Second(StoreSchema schema)
    {
        yield return $"alter table {schema.Store} add column append_only boolean not null default false";

        yield return $"""
            create function {schema.RefuseChange}() returns trigger language plpgsql set search_path = pg_catalog as
            'begin
              raise exception ''events are never changed: % of table % is refused'', tg_op, tg_table_name using errcode = ''insufficient_privilege'', hint = ''The event store was installed as append-only.'';
            end'
            """;

        yield return $"update {schema.Store} set schema_version = 2";
    }

    /// <summary>
    /// Projections. The positions are arrays in the row, in step with each other: a checkpoint is one update of one
    /// row, and whoever reads that row sees state and positions of the same checkpoint.
    /// </summary>
    private static IEnumerable<string> Third(StoreSchema schema)
    {
        yield return $"""
            create table {schema.Projections} (
              id bigint generated always as identity primary key,
              name text collate "C" not null unique,
              sources json not null,
              request text collate "C",
              resumes boolean not null default false,
              state json,
              revision bigint not null default 0,
              stream_ids bigint[] not null default '{"{}"}',
              stream_positions bigint[] not null default '{"{}"}',
              lease_token uuid,
              lease_until timestamptz,
              created_at timestamptz not null default clock_timestamp(),
              stored_at timestamptz not null default clock_timestamp())
            """;

        yield return $"""
            create table {schema.ParkedEvents} (
              projection_id bigint not null references {schema.Projections} on delete cascade,
              position bigint not null,
              stream_id bigint not null,
              stream_name text collate "C" not null,
              event_id uuid not null,
              event_name text collate "C" not null,
              aggregate_id uuid,
              aggregate_type text collate "C",
              error text,
              attempts int not null,
              parked_at timestamptz not null default clock_timestamp(),
              primary key (projection_id, position, stream_id))
            """;

        yield return $"update {schema.Store} set schema_version = 3";
    }
}
