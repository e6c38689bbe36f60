using CommandCenter.Boards.Communication;
using CommandCenter.Boards.Tests.Histories;
using CommandCenter.Domain.Communication;
using CommandCenter.Domain.Identity;

namespace CommandCenter.Boards.Tests.Communication;

public sealed class CommunicationBoardTests
{
    private static readonly PostId Leader = new("order-leader");
    private static readonly PostId Reception = new("reception");
    private static readonly PostId Clerk = new("clerk-1");

    [Fact]
    public void Check_ByPost_IsSentSeenAnsweredLateOrSilent()
    {
        var story = Story.Founded().At(8, 10).By("commander").Tell(new CommunicationCheckStarted(1, [Leader, Reception, Clerk], 60, SmallHall.At(8, 11)));
        Assert.Equal((1, 60, true, "commander"), Head(story));
        Assert.All(Read(story).Posts, static p => Assert.Equal(ContactStanding.Sent, p.Standing));

        story.At(8, 10, 7).Tell(new CommunicationCheckSeen(1, Leader), new CommunicationCheckSeen(1, Reception))
            .At(8, 10, 12).Tell(new CommunicationCheckAnswered(1, Leader, true));
        Assert.Equal((ContactStanding.Answered, SmallHall.At(8, 10, 7), SmallHall.At(8, 10, 12), 12), Of(story, Leader));
        Assert.Equal((ContactStanding.Seen, SmallHall.At(8, 10, 7), null, null), Of(story, Reception));

        story.At(8, 11).Tell(new CommunicationCheckEnded(1, [Clerk, Reception]));
        Assert.Equal([ContactStanding.Silent, ContactStanding.Silent, ContactStanding.Answered], Read(story).Posts.Select(static p => p.Standing));
        Assert.False(Read(story).IsRunning);

        story.At(8, 12, 30).Tell(new CommunicationCheckAnswered(1, Clerk, false));
        Assert.Equal((ContactStanding.Late, SmallHall.At(8, 12, 30), SmallHall.At(8, 12, 30), 150), Of(story, Clerk));
    }

    [Fact]
    public void Contact_OfAPost_IsWhatItHasYetToAnswer()
    {
        var story = Story.Founded();
        Assert.Equal(new ContactBoard(Leader, null, null, false), Contact(story, Leader));

        story.Tell(new CommunicationCheckStarted(1, [Leader, Reception], 60, SmallHall.At(8, 11)));
        story.Boards.TakeChanged();
        Assert.Equal(new ContactBoard(Leader, 1, SmallHall.At(8, 11), false), Contact(story, Leader));

        story.Tell(new CommunicationCheckSeen(1, Leader));
        Assert.Equal(["communication", "contact:order-leader"], story.Boards.TakeChanged().Order());
        Assert.True(Contact(story, Leader).IsSeen);

        story.Tell(new CommunicationCheckAnswered(1, Leader, true));
        Assert.Null(Contact(story, Leader).Check);
        Assert.Equal(1, Contact(story, Reception).Check);
    }

    [Fact]
    public void Check_Again_ForgetsTheAnswersOfTheOneBefore()
    {
        var story = Story.Founded().Tell(
            new CommunicationCheckStarted(1, [Leader], 60, SmallHall.At(8, 11)), new CommunicationCheckAnswered(1, Leader, true), new CommunicationCheckPassed(1),
            new CommunicationCheckStarted(2, [Leader], 60, SmallHall.At(8, 21)));

        Assert.Equal((ContactStanding.Sent, true), (Assert.Single(Read(story).Posts).Standing, Read(story).IsRunning));
        Assert.Equal(2, Contact(story, Leader).Check);
    }

    private static CommunicationBoard Read(Story story) => story.Read<CommunicationBoard>("communication");

    private static ContactBoard Contact(Story story, PostId post) => story.Read<ContactBoard>($"contact:{post}");

    private static (int, int, bool, string?) Head(Story story) =>
        (Read(story).Check, Read(story).Seconds, Read(story).IsRunning, Read(story).By?.Id);

    private static (ContactStanding, DateTimeOffset?, DateTimeOffset?, int?) Of(Story story, PostId post) =>
        Read(story).Posts.Where(p => p.Post.Id == post.Value).Select(static p => (p.Standing, p.SeenAt, p.AnsweredAt, p.After)).Single();
}
