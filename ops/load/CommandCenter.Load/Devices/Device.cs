using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace CommandCenter.Load.Devices;

/// <summary>A phone or desk: HTTP with a cookie of its own, to one server and no other. Safe on any thread.</summary>
public sealed class Device : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly HttpClient _http;
    private readonly Uri _server;

    /// <summary>A device that has joined nothing yet.</summary>
    public Device(Uri server)
    {
        _server = server;
        _http = new(StraightLine.Open(Cookies)) { Timeout = Patience };
    }

    /// <summary>Its cookies, for its connection to the hub.</summary>
    public CookieContainer Cookies { get; } = new();

    /// <summary>Joins the post of a one-time code; waits where too many join at once.</summary>
    /// <exception cref="HttpRequestException">The server cannot be reached, or does not take the code.</exception>
    public async Task<DevicePost> JoinAsync(string code, CancellationToken cancellationToken)
    {
        while (true)
        {
            using var response = await _http.PostAsJsonAsync(new Uri(_server, "/api/enrol"), new { code, device = "load" }, cancellationToken);
            if (response.StatusCode == HttpStatusCode.TooManyRequests)
            {
                await Task.Delay(response.Headers.RetryAfter?.Delta ?? TimeSpan.FromSeconds(1), cancellationToken);
                continue;
            }

            return response.IsSuccessStatusCode
                ? (await response.Content.ReadFromJsonAsync<DevicePost>(JsonSerializerOptions.Web, cancellationToken))!
                : throw new HttpRequestException($"A code is not taken: {await CodeOfAsync(response, cancellationToken)}.");
        }
    }

    /// <summary>Reads JSON.</summary>
    /// <exception cref="HttpRequestException">There is none.</exception>
    public async Task<JsonElement> ReadAsync(string path, CancellationToken cancellationToken) =>
        await _http.GetFromJsonAsync<JsonElement>(new Uri(_server, path), cancellationToken);

    /// <summary>Gives a command under a key of its own.</summary>
    public async Task<CommandAnswer> GiveAsync(string operation, string path, object body, CancellationToken cancellationToken)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(_server, $"/api/operations/{operation}/{path}"));
        request.Headers.Add("Idempotency-Key", Guid.NewGuid().ToString("N"));
        request.Content = JsonContent.Create(body);
        try
        {
            using var response = await _http.SendAsync(request, cancellationToken);
            return new((int)response.StatusCode, response.IsSuccessStatusCode ? null : await CodeOfAsync(response, cancellationToken));
        }
        catch (Exception e) when (e is HttpRequestException or TaskCanceledException && !cancellationToken.IsCancellationRequested)
        {
            return new(0, "no-answer");
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _http.Dispose();

    private static async Task<string> CodeOfAsync(HttpResponseMessage response, CancellationToken cancellationToken)
    {
        try
        {
            var problem = await response.Content.ReadFromJsonAsync<JsonElement>(cancellationToken);
            return problem.GetProperty("code").GetString()!;
        }
        catch (Exception e) when (e is JsonException or KeyNotFoundException or InvalidOperationException)
        {
            return $"http-{(int)response.StatusCode}";
        }
    }
}
