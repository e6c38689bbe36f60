using CommandCenter.Boards;
using CommandCenter.Boards.Drills;
using CommandCenter.Boards.State;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;

namespace CommandCenter.Server.Operations;

/// <summary>A drill beside the operation that is looked at.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Drill">What came of it.</param>
/// <param name="Day">How its day went.</param>
internal sealed record EarlierDrill(OperationId Id, DrillBoard Drill, StateBoard Day);

/// <summary>The drills of a data folder, for those who compare or learn from them. Read only: a drill touches no other operation.</summary>
internal static class EarlierDrills
{
    /// <summary>The other drills, the one founded last first.</summary>
    public static IEnumerable<EarlierDrill> Of(OperationRegistry operations, IScene scene) =>
        operations.All.Select(static o => o.Running).OfType<RunningOperation>()
            .Where(o => o.Id != scene.Id && o.Frame.Mode == OperationMode.Drill)
            .OrderByDescending(static o => NewDrill.Number(o.Id.Value))
            .Select(static o => new EarlierDrill(o.Id, Read<DrillBoard>(o, TopicNames.Drill), Read<StateBoard>(o, TopicNames.State)))
            .Where(static d => d.Drill.Scenario is not null);

    /// <summary>The scenario of a drill; null where this server has no such drill.</summary>
    public static string? ScenarioOf(OperationRegistry operations, OperationId drill) =>
        operations.Find(drill.Value)?.Running is { } running ? Read<DrillBoard>(running, TopicNames.Drill).Scenario : null;

    private static T Read<T>(RunningOperation operation, string topic) => (T)operation.Boards.Read(topic)!.Data;
}
