using CommandCenter.Server.Operations;
using CommandCenter.Server.Screens;

namespace CommandCenter.Server.Push;

/// <summary>
/// What a panel is rendered from: a board; for a guest screen the board of its window; for what must be decided now, and for
/// a post's phone, several boards, as new as the newest of them.
/// </summary>
internal static class PanelSource
{
    /// <summary>The last entry that concerns a topic, or null where there is nothing to render.</summary>
    public static long? SequenceOf(IScene scene, string topic) =>
        topic == NowBoard.Topic ? NowBoard.Sources.Max(t => scene.Boards.Read(t)?.Sequence)
        : PhoneTopic.PostOf(topic, scene.Frame.Plan) is { } post ? PhoneTopic.NewestOf(scene, post)
        : scene.Boards.Read(PhoneTopic.SourceOf(GuestTopic.SourceOf(topic)))?.Sequence;

    /// <summary>What to render, and the sequence that it includes at least.</summary>
    public static (object? Board, long Sequence) Read(IScene scene, string topic)
    {
        // The sequence first: an entry in between makes the panel newer than it says, never older.
        var sequence = SequenceOf(scene, topic) ?? 0;
        if (topic == NowBoard.Topic)
        {
            return (NowBoard.Of(scene.Boards, scene.Frame.Plan), sequence);
        }

        if (PhoneTopic.PostOf(topic, scene.Frame.Plan) is { } post)
        {
            return (PhoneTopic.Read(scene, post).Board, sequence);
        }

        var snapshot = scene.Boards.Read(PhoneTopic.SourceOf(GuestTopic.SourceOf(topic)));
        return (snapshot?.Data, snapshot?.Sequence ?? 0);
    }
}
