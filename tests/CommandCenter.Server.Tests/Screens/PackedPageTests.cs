namespace CommandCenter.Server.Tests.Screens;

/// <summary>Which answers are compressed: large pages that reflect nothing of the request, and no others.</summary>
public sealed class PackedPageTests(SharedServer shared) : IClassFixture<SharedServer>
{
    [Theory]
    [InlineData("/units", "br")]
    [InlineData("/units", "gzip")]
    [InlineData("/hall", "br")]
    public async Task Page_ForABrowserThatUnpacks_IsPacked(string path, string encoding)
    {
        var (packed, used) = await LengthAsync(path, encoding);
        var (plain, none) = await LengthAsync(path, "identity");

        Assert.Equal(encoding, used);
        Assert.Null(none);
        Assert.True(packed * 2 < plain, $"{path}: {packed} of {plain} bytes");
    }

    [Theory]
    [InlineData("/login?code=ABCD-EFGH")]
    [InlineData("/check-in?household=001")]
    [InlineData("/wall/list/waiting")]
    [InlineData("/api/operations/sample/boards/units:1")]
    public async Task Answer_ThatMayReflectTheRequest_IsNotPacked(string path)
    {
        var (_, used) = await LengthAsync(path, "br");

        Assert.Null(used);
    }

    private async Task<(long Length, string? Encoding)> LengthAsync(string path, string encoding)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(shared.Server.Address, path));
        request.Headers.AcceptEncoding.ParseAdd(encoding);
        using var response = await http.SendAsync(request);
        return ((await response.Content.ReadAsByteArrayAsync()).Length, response.Content.Headers.ContentEncoding.SingleOrDefault());
    }
}
