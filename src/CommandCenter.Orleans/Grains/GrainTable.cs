using CommandCenter.Domain.Identity;

namespace CommandCenter.Orleans.Grains;

/// <summary>Which grain of Orleans stands for which kind of the domain's.</summary>
internal static class GrainTable
{
    private static readonly Dictionary<string, Func<IGrainFactory, string, IDecidingGrain>> ByKind = new()
    {
        ["operation"] = static (grains, key) => grains.GetGrain<IOperationGrain>(key),
        ["household"] = static (grains, key) => grains.GetGrain<IHouseholdGrain>(key),
        ["queue"] = static (grains, key) => grains.GetGrain<IQueueGrain>(key),
        ["window"] = static (grains, key) => grains.GetGrain<IWindowGrain>(key),
        ["inventory"] = static (grains, key) => grains.GetGrain<IInventoryGrain>(key),
        ["draw"] = static (grains, key) => grains.GetGrain<IDrawGrain>(key),
        ["group"] = static (grains, key) => grains.GetGrain<ITaskGroupGrain>(key),
        ["incident"] = static (grains, key) => grains.GetGrain<IIncidentGrain>(key),
        ["case"] = static (grains, key) => grains.GetGrain<ICaseGrain>(key),
        ["card"] = static (grains, key) => grains.GetGrain<ICardGrain>(key),
        ["finding"] = static (grains, key) => grains.GetGrain<IFindingGrain>(key),
        ["meeting"] = static (grains, key) => grains.GetGrain<IMeetingGrain>(key),
        ["drill"] = static (grains, key) => grains.GetGrain<IDrillGrain>(key),
        ["zone"] = static (grains, key) => grains.GetGrain<IZoneGrain>(key),
        ["communication"] = static (grains, key) => grains.GetGrain<ICommunicationGrain>(key),
        ["forecast"] = static (grains, key) => grains.GetGrain<IForecastGrain>(key),
    };

    /// <summary>The kinds that have one.</summary>
    public static IReadOnlyCollection<string> Kinds => ByKind.Keys;

    /// <summary>The grain at an address; null where there are no grains of the kind.</summary>
    public static IDecidingGrain? Find(IGrainFactory grains, OperationId operation, GrainAddress address) =>
        ByKind.TryGetValue(address.Kind, out var get) ? get(grains, $"{operation}/{address.Key}") : null;
}
