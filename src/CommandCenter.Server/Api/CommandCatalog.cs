using System.Collections.Frozen;
using System.Collections.Immutable;
using CommandCenter.Domain;
using CommandCenter.Domain.Identity;
using CommandCenter.Server.Access;

namespace CommandCenter.Server.Api;

/// <summary>
/// The one table of every command that may be given from outside: its path, the grain it is for, its body, and who may
/// give it. Endpoints, permissions, the API description and their tests all read it.
/// </summary>
public static partial class CommandCatalog
{
    /// <summary>Every command.</summary>
    public static ImmutableArray<CatalogEntry> All { get; } =
    [
        .. Operation(), .. Communication(), .. Households(), .. Windows(), .. Inventory(), .. Groups(), .. Incidents(),
        .. Zones(), .. Cases(), .. Cards(), .. Findings(), .. Meetings(), .. Drill(), .. Forecast(),
    ];

    private static readonly FrozenDictionary<(string Collection, string Name), CatalogEntry> ByPath =
        All.ToFrozenDictionary(static e => (e.Collection, e.Name));

    /// <summary>The command with this path, or null.</summary>
    public static CatalogEntry? Find(string collection, string name) => ByPath.GetValueOrDefault((collection, name));

    // The rows of one collection: all of the same kind of grain.
    private sealed class Rows(string collection, Func<string, GrainAddress> address, string? fixedId = null)
    {
        /// <summary>A command whose body is the record itself.</summary>
        public CatalogEntry Row<TCommand>(string name, ImmutableArray<Grant> may, string summary)
            where TCommand : ICommand =>
            new(collection, name, address, fixedId, typeof(TCommand), static (body, _) => (TCommand)body!, may, summary);

        /// <summary>A command without a body.</summary>
        public CatalogEntry Bare<TCommand>(string name, ImmutableArray<Grant> may, string summary)
            where TCommand : ICommand, new() =>
            new(collection, name, address, fixedId, null, static (_, _) => new TCommand(), may, summary);

        /// <summary>A command of another grain than the path says.</summary>
        public CatalogEntry RowFor<TCommand>(GrainAddress grain, string name, ImmutableArray<Grant> may, string summary)
            where TCommand : ICommand =>
            Row<TCommand>(name, may, summary) with { Address = _ => grain };
    }
}
