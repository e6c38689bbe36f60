using System.CommandLine;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Server.Access;
using CommandCenter.Server.Hosting;
using CommandCenter.Server.Operations;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>serve</c>: runs the server until it is told to stop.</summary>
internal static class ServeVerb
{
    // Above this nobody reads them all; the verb 'posts' makes codes for one.
    private const int Few = 5;

    public static Command Create()
    {
        var data = DataFolder.Option("Where journals, codes and keys are kept; made where it is missing.");
        var urls = new Option<string>("--urls")
        {
            Description = "Where to listen; several with ';', port 0 for any free one.", HelpName = "URL", DefaultValueFactory = _ => "http://localhost:5080",
        };
        urls.Validators.Add(static result =>
        {
            if (!(result.GetValueOrDefault<string>() ?? "").Split(';').All(IsUrl))
            {
                result.AddError("--urls are http:// or https:// addresses.");
            }
        });
        var plan = new Option<string?>("--plan") { Description = "A plan folder: founds a live operation of the folder's name on it.", HelpName = "DIR" };
        var journal = new Option<string>("--journal") { Description = "sqlite keeps journals in the data folder, redis shares them between nodes, memory keeps them nowhere.", DefaultValueFactory = _ => "sqlite" };
        journal.AcceptOnlyFromAmong("sqlite", "redis", "memory");
        var redis = RedisOption.Create("The Redis of --journal redis, shared by all nodes; journals, codes, devices and keys lie there.");
        var replicas = new Option<int>("--redis-replicas") { Description = "How many replicas must hold a command before it is answered.", HelpName = "N" };
        var (grains, telemetry) = (new GrainsOption(), new TelemetryOption());
        var proxy = new Option<bool>("--behind-proxy") { Description = "Takes a proxy's word for who asks and whether by TLS; only where nobody else can reach the port." };
        var certificate = new Option<string?>("--certificate") { Description = "The certificate of https:// addresses, PEM, with its chain.", HelpName = "FILE" };
        var noForecast = new Option<bool>("--no-forecast") { Description = "Makes no forecasts of the rest of the day." };
        var key = new Option<string?>("--certificate-key") { Description = "Its private key, PEM; left out where the certificate's file holds it.", HelpName = "FILE" };
        var verb = new Verb(
            "serve", "Runs the server. With an empty data folder and no plan it plays the sample drill 'demo' at speed 20 and prints links and one-time codes.",
            "serve", "serve --data /var/lib/commandcenter --urls http://0.0.0.0:8080", "serve --plan my-plan")
        {
            data, urls, plan, journal, redis, replicas, proxy, certificate, key, noForecast,
        };
        grains.All.Concat(telemetry.All).ToList().ForEach(verb.Options.Add);
        verb.SetAction((line, ct) =>
        {
            var servers = RedisOption.Of(line.GetValue(redis));
            if ((line.GetValue(journal) == "redis") != (servers is not null))
            {
                throw new UsageException("--journal redis and --redis HOST:PORT belong together.");
            }

            var options = new ServeOptions
            {
                Data = line.GetRequiredValue(data),
                Urls = line.GetRequiredValue(urls),
                Plan = line.GetValue(plan),
                Certificate = line.GetValue(certificate),
                CertificateKey = line.GetValue(key),
                Journal = Enum.Parse<JournalKind>(line.GetRequiredValue(journal), ignoreCase: true),
                Redis = servers is null ? null : servers with { Replicas = line.GetValue(replicas) },
                Orleans = grains.Read(line, servers is not null),
                IsBehindProxy = line.GetValue(proxy),
                Forecasts = !line.GetValue(noForecast),
            };
            return RunAsync(telemetry.Read(line, options), line.InvocationConfiguration.Output, ct);
        });
        return verb;
    }

    internal static bool IsUrl(string text) =>
        Uri.TryCreate(text.Trim().Replace("://*", "://any", StringComparison.Ordinal).Replace("://+", "://any", StringComparison.Ordinal), UriKind.Absolute, out var url)
        && (url.Scheme == Uri.UriSchemeHttp || url.Scheme == Uri.UriSchemeHttps);

    private static async Task<int> RunAsync(ServeOptions options, TextWriter output, CancellationToken cancellationToken)
    {
        await using var server = await CommandServer.StartAsync(options, cancellationToken: cancellationToken);
        var address = server.Addresses.First();
        var operations = server.Operations.All.ToList();
        foreach (var operation in operations)
        {
            await PrintAsync(output, address, operations.Count <= Few ? server.Codes : null, operation);
        }

        if (server.MetricsAddress is { } metrics)
        {
            await output.WriteLineAsync($"Metrics on {metrics}/metrics");
        }

        await output.WriteLineAsync($"Listening on {string.Join(' ', server.Addresses)}");
        await output.FlushAsync(cancellationToken);
        await server.WaitAsync(cancellationToken);
        return ExitCodes.Done;
    }

    private static async Task PrintAsync(TextWriter output, string address, OneTimeCodes? codes, ListedOperation operation)
    {
        if (operation is not { Running: { } running, Fault: null })
        {
            await output.WriteLineAsync($"{operation.Id}: stopped. {operation.Fault}");
            return;
        }

        await output.WriteLineAsync($"{running.Id}: {running.Frame.Plan.Name.Zh} / {running.Frame.Plan.Name.En} ({Mode(running)})");
        if (running.Frame.Mode == OperationMode.Drill && running.Frame.Phase != OperationPhase.Closed)
        {
            await output.WriteLineAsync($"  {address}/hall   大厅屏 / hall screen, for anybody");
            await output.WriteLineAsync($"  {address}/login  登记岗位 / join a post with one of these codes, each good once, for 12 hours:");
            if (codes is not null && running.Lease.IsHeld)
            {
                // New codes end the earlier ones: of several nodes one prints them.
                await PrintCodesAsync(output, codes, running.Id, Newcomers(running.Frame.Plan));
            }

            await output.WriteLineAsync($"  More codes: the verb 'posts --operation {running.Id}'.");
        }
    }

    private static string Mode(RunningOperation running) =>
        running.Frame.Mode == OperationMode.Drill ? $"{DrillMark.Words}, speed {running.Speed:0.##}" : "live";

    private static async Task PrintCodesAsync(TextWriter output, OneTimeCodes codes, OperationId operation, IReadOnlyList<Post> posts)
    {
        foreach (var (post, code) in posts.Zip(codes.Issue(operation, [.. posts.Select(static p => p.Id)])))
        {
            await output.WriteLineAsync($"  {OneTimeCodes.Shown(code)}  {post.Id.Value,-16} {post.Name.Zh} / {post.Name.En}");
        }
    }

    // One post of each kind: enough to look around with.
    private static Post[] Newcomers(Plan plan) => [.. plan.Posts.DistinctBy(static p => p.Role)];
}
