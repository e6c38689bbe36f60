using System.Collections.Concurrent;
using System.Diagnostics;
using System.Net.WebSockets;
using CommandCenter.Load.Devices;
using CommandCenter.Load.Hub;
using CommandCenter.Load.Measuring;

namespace CommandCenter.Load.Running;

/// <summary>One run: everybody connects, watches and gives commands until the time is up.</summary>
public sealed class LoadRun : IAsyncDisposable
{
    // So many at once: a server's backlog of new connections is finite.
    private const int Connecting = 32;
    private static readonly string[] PublicTopics = ["hall", "units"];
    private static readonly string[] StaffTopics = ["state", "flow", "site"];

    private readonly LoadOptions _options;
    private readonly Arrivals _arrivals = new();
    private readonly Tally _errors = new();
    private readonly Tally _refused = new();
    private readonly Durations _latency = new();
    private readonly Durations _answer = new();
    private readonly List<Metronome> _beats = [];
    private readonly ConcurrentBag<HubClient> _watchers = [];
    private readonly List<(Device Device, DevicePost Post)> _devices = [];
    private int _accepted;
    private int _late;

    private LoadRun(LoadOptions options) => _options = options;

    /// <summary>Runs.</summary>
    /// <param name="options">What against which server.</param>
    /// <param name="progress">Is told every second how it stands.</param>
    /// <param name="cancellationToken">Ends it early: what was measured until then is reported; before everybody is connected there is nothing.</param>
    /// <exception cref="LoadRefusedException">There is no such operation, or it counts and commands were not meant for it.</exception>
    /// <exception cref="HttpRequestException">The server cannot be reached or does not take a code.</exception>
    public static async Task<LoadReport> RunAsync(LoadOptions options, IProgress<string> progress, CancellationToken cancellationToken)
    {
        await using var run = new LoadRun(options);
        await run.CheckAsync(cancellationToken);
        foreach (var code in options.Codes)
        {
            var device = new Device(options.Server);
            run._devices.Add((device, await device.JoinAsync(code, cancellationToken)));
            progress.Report($"joined {run._devices.Count} of {options.Codes.Count} posts");
        }

        await run.ConnectAllAsync(progress, cancellationToken);
        return await run.MeasureAsync(progress, cancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await Parallel.ForEachAsync(_watchers, static (w, _) => w.DisposeAsync());
        _devices.ForEach(static d => d.Device.Dispose());
    }

    private async Task CheckAsync(CancellationToken cancellationToken)
    {
        using var anybody = new Device(_options.Server);
        var all = await anybody.ReadAsync("/api/operations", cancellationToken);
        var found = all.EnumerateArray().Where(o => o.GetProperty("id").GetString() == _options.Operation).ToList();
        if (found is not [var operation])
        {
            throw new LoadRefusedException($"The server has no operation '{_options.Operation}'.");
        }

        if (_options is { Phones: > 0, EvenLive: false } && operation.GetProperty("mode").GetString() != "drill")
        {
            throw new LoadRefusedException($"'{_options.Operation}' is no drill: phones would write into a day that counts. --even-live says that this is meant.");
        }
    }

    private Task ConnectAllAsync(IProgress<string> progress, CancellationToken cancellationToken) =>
        Parallel.ForEachAsync(
            Enumerable.Range(0, _options.Watchers), new ParallelOptions { MaxDegreeOfParallelism = Connecting, CancellationToken = cancellationToken },
            async (n, ct) =>
            {
                await ConnectAsync(n, ct);
                progress.Report($"{_watchers.Count} of {_options.Watchers} watchers connected");
            });

    private async ValueTask ConnectAsync(int number, CancellationToken cancellationToken)
    {
        var language = number % 4 == 3 ? "en" : "zh";
        var device = number % 2 == 1 && _devices.Count > 0 ? _devices[number / 2 % _devices.Count].Device : null;
        try
        {
            var watcher = await HubClient.ConnectAsync(_options.Server, _arrivals.Watcher(language), device?.Cookies, language, cancellationToken);
            _watchers.Add(watcher);
            await watcher.InvokeAsync("watch", [_options.Operation, device is null ? PublicTopics : StaffTopics], cancellationToken);
        }
        catch (Exception e) when (e is WebSocketException or HubException)
        {
            _errors.Add(e.Message);
        }
    }

    private async Task<LoadReport> MeasureAsync(IProgress<string> progress, CancellationToken cancellationToken)
    {
        var watch = Stopwatch.StartNew();
        using var time = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        time.CancelAfter(_options.Duration);
        var every = TimeSpan.FromSeconds(_options.Phones / _options.CommandsPerSecond);
        if (_devices.Count > 0 && _options.CommandsPerSecond > 0)
        {
            _beats.AddRange(Enumerable.Range(0, _options.Phones).Select(n => new Metronome(TimeProvider.System, every, every * ((double)n / _options.Phones))));
        }

        var phones = _beats.Select((beat, n) => PhoneAsync(beat, n, every, time.Token)).ToArray();
        await ReportAsync(progress, watch, time.Token);
        await Task.WhenAll(phones);
        if (_options.Arrivals is { } file)
        {
            await File.WriteAllTextAsync(file, _arrivals.Seen.Csv(), CancellationToken.None);
        }

        return Report(watch.Elapsed, cancellationToken.IsCancellationRequested);
    }

    private async Task PhoneAsync(Metronome beat, int number, TimeSpan every, CancellationToken time)
    {
        var (device, post) = _devices[number % _devices.Count];
        var mix = new CommandMix(post, number);
        try
        {
            while (true)
            {
                var due = await beat.NextAsync(time);
                var sent = beat.Now;
                var (path, body) = mix.Next();
                var answer = await device.GiveAsync(_options.Operation, path, body, time);
                _answer.Add(beat.Now - sent);
                _latency.Add(beat.Now - due);
                Count(answer, isLate: sent - due >= every);
            }
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }
    }

    private void Count(CommandAnswer answer, bool isLate)
    {
        Interlocked.Add(ref _late, isLate ? 1 : 0);
        if (answer.Code is { } code)
        {
            _refused.Add(code);
        }
        else
        {
            Interlocked.Increment(ref _accepted);
        }
    }

    private async Task ReportAsync(IProgress<string> progress, Stopwatch watch, CancellationToken time)
    {
        using var timer = new PeriodicTimer(TimeSpan.FromSeconds(1));
        try
        {
            while (await timer.WaitForNextTickAsync(time))
            {
                progress.Report(
                    $"{watch.Elapsed.TotalSeconds:F0} of {_options.Duration.TotalSeconds:F0} s: {_arrivals.Panels / watch.Elapsed.TotalSeconds:F0} panels/s, "
                    + $"{_accepted} commands accepted, {_refused.Total} refused");
            }
        }
        catch (OperationCanceledException)
        {
            // The time is up.
        }
    }

    private LoadReport Report(TimeSpan time, bool interrupted)
    {
        var (seconds, given) = (time.TotalSeconds, _accepted + _refused.Total);
        var measured = time < _options.Duration ? time : _options.Duration;
        var unanswered = Math.Max(0, _beats.Sum(b => b.DueBy(measured)) - given);
        return new(
            _options.Server.ToString(), _options.Operation, Math.Round(seconds, 2), interrupted,
            new(
                _options.Watchers, _watchers.Count, _watchers.Count(static w => w.Ended.IsCompleted), _errors.Counts(), _arrivals.Panels,
                Math.Round(_arrivals.Panels / seconds, 1), _arrivals.Pulses, _arrivals.Bytes, _arrivals.Behind.Figures(), _arrivals.BetweenPulses.Figures()),
            new(given, Math.Round(given / seconds, 2), _accepted, _refused.Counts(), _late, unanswered, _latency.Figures(), _answer.Figures()));
    }
}
