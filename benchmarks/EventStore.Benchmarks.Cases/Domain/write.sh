#!/usr/bin/env bash
# Writes the events and aggregates of this folder, and what a user would write by hand in place of the generator.
# Its output is committed: run it after a change to it.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")"

areas=(Sales Billing Warehouse Crm Shipping Catalogue Support Loyalty Returns Pricing Fraud Audit Identity Reporting Partners Search Payroll Planning Quality Assets)
actions=(order-placed order-paid order-shipped order-cancelled item-added item-removed customer-registered customer-renamed address-corrected payment-authorised payment-captured payment-refused refund-issued invoice-sent note-taken)

types=()
names=()
for area in "${areas[@]}"; do
    for action in "${actions[@]}"; do
        type=$area
        for word in ${action//-/ }; do type+=${word^}; done
        types+=("$type")
        names+=("${area,,}.$action.v$((${#names[@]} % 3 + 1))")
    done
done

{
    printf 'namespace EventStore.Benchmarks.Domain;\n\n'
    for i in "${!types[@]}"; do printf '[Event("%s")] public sealed record %s(int Value);\n' "${names[i]}" "${types[i]}"; done
} > Events.cs

# Aggregates of so many events, spread over all of them.
for size in 2 8 12 64 256 300; do
    chosen=()
    for ((i = 0; i < size; i++)); do chosen+=($((i * ${#types[@]} / size))); done
    each() {
        for i in "${!chosen[@]}"; do
            line=${1//@type/${types[chosen[i]]}}
            line=${line//@name/${names[chosen[i]]}}
            printf "${line//@i/$i}"
        done
    }
    {
        printf 'using EventStore.Benchmarks.Dispatch;\nusing EventStore.Benchmarks.Names;\n\nnamespace EventStore.Benchmarks.Domain;\n\n'
        printf '/// <summary>An aggregate of %s events.</summary>\n' "$size"
        printf '[Aggregate("of-%s")]\npublic sealed partial class Of%s : ISummed\n{\n    public long Sum { get; private set; }\n\n' "$size" "$size"
        each '    public void When(@type e) => Sum += e.Value + @i;\n'
        printf '}\n\n'
        printf '/// <summary>What a user would write by hand for it.</summary>\ninternal static class HandWritten%s\n{\n' "$size"
        printf '    public static Of%s Switch(Of%s aggregate, int ordinal, object payload)\n    {\n        switch (ordinal)\n        {\n' "$size" "$size"
        each '            case @i: aggregate.When((@type)payload); return aggregate;\n'
        printf '            default: throw new ArgumentOutOfRangeException(nameof(ordinal));\n        }\n    }\n\n'
        printf '    public static Of%s TypeSwitch(Of%s aggregate, object payload)\n    {\n        switch (payload)\n        {\n' "$size" "$size"
        each '            case @type e: aggregate.When(e); return aggregate;\n'
        printf '            default: throw new ArgumentOutOfRangeException(nameof(payload));\n        }\n    }\n\n'
        printf '    public static int Find(ReadOnlySpan<char> name) => name switch\n    {\n'
        each '        "@name" => @i,\n'
        printf '        _ => -1,\n    };\n\n'
        printf '    public static object[] Events() =>\n    [\n'
        each '        new @type(@i),\n'
        printf '    ];\n\n'
        printf "    public static Action<Of%s, object>[] Delegates() =>\n    [\n" "$size"
        each "        static (aggregate, payload) => aggregate.When((@type)payload),\n"
        printf "    ];\n\n"
        printf '    public static string[] Names() =>\n    [\n'
        each '        "@name",\n'
        printf '    ];\n}\n\n'
        cat <<- CODE
			internal sealed class DispatchOf$size() : DispatchPass<Of$size>(HandWritten$size.Events(), HandWritten$size.Delegates())
			{
			    public override long HandWrittenSwitch()
			    {
			        Of$size aggregate = Aggregate;
			        for (int i = 0; i < Payloads.Length; i++)
			            aggregate = HandWritten$size.Switch(aggregate, HandWrittenOrdinals[i], Payloads[i]);

			        return aggregate.Sum;
			    }

			    protected override IApplier<Of$size> Applier { get; } = new Apply$size();

			    public override long TypeSwitch()
			    {
			        Of$size aggregate = Aggregate;
			        for (int i = 0; i < Payloads.Length; i++)
			            aggregate = HandWritten$size.TypeSwitch(aggregate, Payloads[i]);

			        return aggregate.Sum;
			    }
			}

			internal sealed class Apply$size : IApplier<Of$size>
			{
			    public Of$size Apply(Of$size aggregate, int ordinal, object payload) => HandWritten$size.Switch(aggregate, ordinal, payload);
			}

			internal sealed class NamesOf$size() : NamePass<Of$size>(HandWritten$size.Names())
			{
			    public override int StringSwitch()
			    {
			        int sum = 0;
			        Span<char> characters = stackalloc char[LongestName];
			        foreach (byte[] name in Utf8Names)
			            sum += HandWritten$size.Find(Decode(name, characters));

			        return sum;
			    }
			}
		CODE
    } > "Of$size.cs"
done
