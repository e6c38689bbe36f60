using CommandCenter.Boards.Drills;

namespace CommandCenter.Server.Screens;

/// <summary>How a group answered what reached it in a drill: the exercise as a whole, never a person.</summary>
/// <param name="Group">Its name in the present language; words of their own for injects that name no group.</param>
/// <param name="Asked">Of how many injects an action was expected.</param>
/// <param name="Answered">To how many it came.</param>
/// <param name="InTime">To how many in time.</param>
/// <param name="Median">Half came no later, seconds.</param>
/// <param name="Slowest">The slowest, seconds.</param>
internal sealed record GroupResponse(string Group, int Asked, int Answered, int InTime, int? Median, int? Slowest)
{
    /// <summary>Of all groups that something reached, in the order of the script.</summary>
    public static IEnumerable<GroupResponse> Of(DrillBoard drill) =>
        drill.Injects.Where(static i => i.DeliveredAt is not null && i.Action is not null)
            .GroupBy(static i => i.To is { } to ? Texts.Name(to) : Texts.T("aar.noGroup"))
            .Select(static g => Of(g.Key, [.. g]));

    private static GroupResponse Of(string group, DrillInject[] injects)
    {
        int[] times = [.. injects.Select(static i => i.ResponseSeconds).OfType<int>().Order()];
        return new(
            group, injects.Length, times.Length, injects.Count(static i => i.InTime == true),
            times.Length == 0 ? null : times[(times.Length - 1) / 2], times.Length == 0 ? null : times[^1]);
    }
}
