using CommandCenter.Domain.Identity;
using CommandCenter.Server.Access;
using CommandCenter.TestKit;

namespace CommandCenter.Server.Tests.Access;

public sealed class OneTimeCodeTests : IDisposable
{
    private static readonly OperationId Demo = new("demo");
    private static readonly PostId Clerk = new("clerk-w1");
    private readonly TemporaryFolder _folder = new();
    private readonly ManualClock _clock = new();

    private OneTimeCodes Codes => new(new AccessFolder(_folder.Path), _clock);

    [Fact]
    public void Code_Issued_IsGoodOnceAlsoInAnotherProcess()
    {
        var code = Codes.Issue(Demo, [Clerk])[0];

        Assert.Equal((Demo, Clerk), Codes.Redeem(code));
        Assert.Null(Codes.Redeem(code));
    }

    [Theory]
    [InlineData("lower")]
    [InlineData("shown")]
    [InlineData("spaced")]
    public void Code_TypedAsPeopleDo_IsRecognized(string how)
    {
        var code = Codes.Issue(Demo, [Clerk])[0];
        var typed = how switch { "lower" => code.ToLowerInvariant(), "shown" => OneTimeCodes.Shown(code), _ => $" {code[..4]} {code[4..]} " };

        Assert.Equal((Demo, Clerk), Codes.Redeem(typed));
    }

    [Fact]
    public void Code_ThatIsOld_IsNoGood()
    {
        var code = Codes.Issue(Demo, [Clerk])[0];
        _clock.Advance(OneTimeCodes.GoodFor + TimeSpan.FromSeconds(1));

        Assert.Null(Codes.Redeem(code));
    }

    [Fact]
    public void Code_NewOneOfThePost_EndsTheEarlierOneAndNoOther()
    {
        var first = Codes.Issue(Demo, [Clerk, new("clerk-w2")]);
        var other = Codes.Issue(new("other"), [Clerk])[0];
        var second = Codes.Issue(Demo, [Clerk])[0];

        Assert.Null(Codes.Redeem(first[0]));
        Assert.NotNull(Codes.Redeem(first[1]));
        Assert.NotNull(Codes.Redeem(other));
        Assert.NotNull(Codes.Redeem(second));
    }

    [Fact]
    public void Code_Stored_IsNowhereToBeRead()
    {
        var codes = Codes.Issue(Demo, [Clerk, new("clerk-w2"), new("commander")]);

        foreach (var file in Directory.EnumerateFiles(_folder.Path, "*", SearchOption.AllDirectories))
        {
            var text = Path.GetFileName(file) + File.ReadAllText(file);
            Assert.All(codes, code => Assert.DoesNotContain(code, text, StringComparison.OrdinalIgnoreCase));
        }
    }

    [Fact]
    public void Code_EachOne_HasOnlyCharactersThatNobodyMistakes()
    {
        var codes = Codes.Issue(Demo, [.. Enumerable.Range(0, 50).Select(static n => new PostId($"p{n}"))]);

        Assert.Equal(50, codes.Distinct().Count());
        Assert.All(codes, static code => Assert.Matches("^[2-9A-HJKMNP-Z]{8}$", code));
    }

    [Fact]
    public void Folder_ForItsOwnerAlone()
    {
        Codes.Issue(Demo, [Clerk]);

        Assert.True(OperatingSystem.IsWindows() || File.GetUnixFileMode(_folder["access"]) == (UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute));
    }

    public void Dispose() => _folder.Dispose();
}
