using CommandCenter.Boards.Site;
using CommandCenter.Domain.Zones;

namespace CommandCenter.Server.Screens;

/// <summary>How the state of a place is said: never by colour alone.</summary>
internal static class ZoneTexts
{
    /// <summary>The states in the order in which they are offered.</summary>
    public static IReadOnlyList<ZoneCondition> All { get; } = Enum.GetValues<ZoneCondition>();

    /// <summary>The word that commands and styles use.</summary>
    public static string Word(ZoneCondition state) => state.ToString().ToLowerInvariant();

    /// <summary>A sign for the state.</summary>
    public static string Sign(ZoneCondition state) => state switch
    {
        ZoneCondition.Open => "○",
        ZoneCondition.Crowded => "◆",
        ZoneCondition.Paused => "‖",
        _ => "✕",
    };

    /// <summary>Whether people are kept out, so that a reason is asked for.</summary>
    public static bool NeedsReason(ZoneCondition state) => state is ZoneCondition.Paused or ZoneCondition.Closed;

    /// <summary>What stands under the name on the plan: the state unless it is open; open incidents and the people there.</summary>
    public static string[] Notes(ZoneCount count)
    {
        var state = count.Zone.State == ZoneCondition.Open ? "" : $"{Sign(count.Zone.State)} {Texts.Of(count.Zone.State)}";
        var counts = $"{(count.Zone.OpenIncidents > 0 ? $"▲{count.Zone.OpenIncidents} " : "")}{(count.People > 0 ? $"{count.People}" : "")}".Trim();
        return [.. new[] { state, counts }.Where(static line => line.Length > 0)];
    }
}
