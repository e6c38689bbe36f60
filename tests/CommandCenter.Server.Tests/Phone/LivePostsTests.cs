using CommandCenter.Domain.Identity;
using CommandCenter.Server.Access;
using CommandCenter.Server.Push;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Phone;

public sealed class LivePostsTests : IDisposable
{
    private static readonly OperationId Sample = new("sample");
    private static readonly PostId Leader = new("order-leader");
    private static readonly PostId Gone = new("medical-leader");
    private static readonly DateTimeOffset Ten = new(2026, 12, 5, 10, 0, 0, TimeSpan.FromHours(8));
    private static readonly TimeSpan Long = TimeSpan.FromSeconds(11);

    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new(Ten);
    private readonly Devices _devices;
    private readonly LivePosts _posts;

    public LivePostsTests()
    {
        _devices = new(new AccessFolder(_folder.Path), _clock);
        _posts = new(_devices, _clock);
    }

    [Fact]
    public void Post_ThatNobodyHasJoined_IsNotExpected()
    {
        _clock.Advance(Long);

        Assert.Empty(_posts.Of(Sample));
    }

    [Fact]
    public void Post_ThatHasJustBeenJoined_HasTheTimeToComeOntoTheLine()
    {
        _clock.Advance(Long);
        _devices.Join(Sample, Leader, "手机");

        Assert.Empty(_posts.Of(Sample));
        _clock.Advance(Long);
        Assert.Equal(new UnreachablePost(Leader, null), Assert.Single(_posts.Of(Sample)));
    }

    [Fact]
    public void Post_WhoseDeviceLeavesTheLine_IsUnreachableAfterAWhile()
    {
        _devices.Join(Sample, Leader, "手机");
        _posts.Enter(Sample, Leader);
        _clock.Advance(Long);
        Assert.Empty(_posts.Of(Sample));

        _posts.Leave(Sample, Leader, Ten);
        Assert.Empty(_posts.Of(Sample));
        _clock.Advance(Long);

        Assert.Equal(new UnreachablePost(Leader, Ten), Assert.Single(_posts.Of(Sample)));
        Assert.Empty(_posts.Of(new("other")));
    }

    [Fact]
    public void Post_WithAnotherDeviceOnTheLine_CanBeReached()
    {
        _devices.Join(Sample, Leader, "手机");
        _posts.Enter(Sample, Leader);
        _posts.Enter(Sample, Leader);
        _posts.Leave(Sample, Leader, Ten);
        _clock.Advance(Long);

        Assert.Empty(_posts.Of(Sample));
    }

    [Fact]
    public void Post_OnTheLineElsewhere_CanBeReachedUntilItLeavesThere()
    {
        _devices.Join(Sample, Leader, "手机");
        for (var second = 0; second < 20; second++)
        {
            _posts.Seen(Sample, [Leader], Ten.AddSeconds(second));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Empty(_posts.Of(Sample));
        Assert.Empty(_posts.Here(Sample));
        for (var second = 0; second < 10; second++)
        {
            _posts.Seen(Sample, [], Ten.AddSeconds(20 + second));
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        Assert.Equal(new UnreachablePost(Leader, Ten.AddSeconds(19)), Assert.Single(_posts.Of(Sample)));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Post_WhileNobodyCanSayWhoIsElsewhere_CountsAsItDidBefore(bool wasAsked)
    {
        _devices.Join(Sample, Leader, "手机");
        _devices.Join(Sample, Gone, "手机");
        for (var second = 0; second < 15; second++)
        {
            _posts.Seen(Sample, [Leader], Ten);
            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        for (var second = 0; second < 15; second++)
        {
            if (wasAsked)
            {
                _posts.Seen(Sample, null, Ten);
            }

            _clock.Advance(TimeSpan.FromSeconds(1));
        }

        // Those elsewhere come back a moment after this process.
        _posts.Seen(Sample, [], Ten);

        Assert.Equal(Gone, Assert.Single(_posts.Of(Sample)).Post);
    }

    [Fact]
    public void Post_OnTheLineHere_IsNamedToOthers()
    {
        _devices.Join(Sample, Leader, "手机");
        _posts.Enter(Sample, Leader);

        Assert.Equal(Leader, Assert.Single(_posts.Here(Sample)));
        Assert.Empty(_posts.Here(new("other")));
    }

    [Fact]
    public void List_EachChange_IsToldOnceUnderALaterVersion()
    {
        _devices.Join(Sample, Leader, "手机");
        Assert.False(_posts.HasChanged(Sample));
        _clock.Advance(Long);

        Assert.True(_posts.HasChanged(Sample));
        Assert.False(_posts.HasChanged(Sample));
        var first = _posts.VersionOf(Sample);
        _posts.Enter(Sample, Leader);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.True(_posts.HasChanged(Sample));

        Assert.True(_posts.VersionOf(Sample) > first);
    }

    public void Dispose() => _folder.Dispose();
}
