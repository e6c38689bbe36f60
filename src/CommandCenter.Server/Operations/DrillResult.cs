using CommandCenter.Boards;
using CommandCenter.Boards.Drills;
using CommandCenter.Boards.Flow;
using CommandCenter.Boards.State;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Server.Operations;

/// <summary>What a drill has come to.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Drill">Its script, objectives and notes.</param>
/// <param name="Day">How its day went.</param>
/// <param name="Flow">How long one waited.</param>
internal sealed record DrillResult(OperationId Id, DrillBoard Drill, StateBoard Day, FlowBoard Flow)
{
    /// <summary>Reads it from the boards.</summary>
    public static DrillResult Of(IScene scene) => new(
        scene.Id, Read<DrillBoard>(scene, TopicNames.Drill), Read<StateBoard>(scene, TopicNames.State), Read<FlowBoard>(scene, TopicNames.Flow));

    private static T Read<T>(IScene scene, string topic) => (T)scene.Boards.Read(topic)!.Data;
}
