using System.CommandLine;
using System.Text.Json;
using CommandCenter.Domain.Identity;
using CommandCenter.Domain.Operations;
using CommandCenter.Domain.Plans;
using CommandCenter.Journal;
using CommandCenter.Journal.Redis;
using CommandCenter.Server.Access;

namespace CommandCenter.Server.CommandLine;

/// <summary><c>posts</c>: the posts of an operation and a fresh one-time code for each.</summary>
internal static class PostsVerb
{
    public static Command Create()
    {
        var data = DataFolder.Option("The data folder with the operation, unless it is in Redis.");
        var redis = RedisOption.Create("The Redis that the operation is in.");
        var operation = DataFolder.Operation(required: true);
        var json = new Option<bool>("--json") { Description = "Prints JSON instead of a table." };
        var verb = new Verb(
            "posts", "Prints the posts and a fresh one-time code for each, good for 12 hours; earlier codes end. Works while a server runs.",
            "posts --data data --operation demo", "posts --data data --operation demo --json", "posts --redis redis1:6379 --operation demo")
        {
            data, operation, json, redis,
        };
        verb.SetAction((line, ct) => RunAsync(
            line.GetRequiredValue(data), RedisOption.Of(line.GetValue(redis)), line.GetRequiredValue(operation), line.GetValue(json), line.InvocationConfiguration.Output, ct));
        return verb;
    }

    private static async Task<int> RunAsync(string data, RedisOptions? redis, string operation, bool asJson, TextWriter output, CancellationToken cancellationToken)
    {
        var id = new OperationId(operation);
        await using var source = await JournalSource.OpenAsync(data, redis, id, cancellationToken);
        var plan = await ReadPlanAsync(source.Journal, cancellationToken)
            ?? throw new CannotRunException($"The operation '{operation}' was never founded; it has no posts.");
        var codes = new OneTimeCodes(source.Access, TimeProvider.System).Issue(id, [.. plan.Posts.Select(static p => p.Id)]);
        var rows = plan.Posts.Zip(codes);
        await output.WriteLineAsync(asJson ? Json(rows) : Table(rows));
        return ExitCodes.Done;
    }

    private static async Task<Plan?> ReadPlanAsync(IJournal journal, CancellationToken cancellationToken)
    {
        Plan? plan = null;
        await foreach (var entry in journal.ReadAsync(0, cancellationToken))
        {
            plan = (entry.Event as PlanAdopted)?.Plan ?? plan;
        }

        return plan;
    }

    private static string Table(IEnumerable<(Post Post, string Code)> rows) => string.Join(
        Environment.NewLine, rows.Select(static r => $"{OneTimeCodes.Shown(r.Code)}  {r.Post.Id.Value,-20} {r.Post.Name.Zh} / {r.Post.Name.En}"));

    private static string Json(IEnumerable<(Post Post, string Code)> rows)
    {
        using var buffer = new MemoryStream();
        using (var json = new Utf8JsonWriter(buffer, new() { Indented = true, Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            json.WriteStartArray();
            foreach (var (post, code) in rows)
            {
                json.WriteStartObject();
                json.WriteString("post", post.Id.Value);
                json.WriteString("zh", post.Name.Zh);
                json.WriteString("en", post.Name.En);
                json.WriteString("role", JsonNamingPolicy.CamelCase.ConvertName(post.Role.ToString()));
                json.WriteString("code", OneTimeCodes.Shown(code));
                json.WriteEndObject();
            }

            json.WriteEndArray();
        }

        return System.Text.Encoding.UTF8.GetString(buffer.ToArray());
    }
}
