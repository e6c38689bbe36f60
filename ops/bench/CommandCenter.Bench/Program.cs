using CommandCenter.Bench;
using CommandCenter.Bench.Hub;
using CommandCenter.Bench.Nodes;

var folder = args is [_, var given] ? given : Path.GetTempPath();
switch (args)
{
    case ["journal", ..]:
        await JournalBench.RunAsync(folder);
        return 0;
    case ["host", ..]:
        await HostBench.RunAsync(folder);
        return 0;
    case ["redis", ..]:
        await RedisBench.RunAsync();
        return 0;
    case ["boards", ..]:
        await BoardsBench.RunAsync(folder);
        return 0;
    case ["drill", ..]:
        await DrillBench.RunAsync();
        return 0;
    case ["forecast", ..]:
        NetworkBench.Run();
        ForecastBench.Run();
        return 0;
    case ["hub", ..]:
        await HubBench.RunAsync(folder);
        return 0;
    case ["nodes", ..]:
        await NodesBench.RunAsync();
        return 0;
    case ["node", var redis, var data, .. var further]:
        await BenchNode.RunAsync(redis, data, further is [BenchNode.Codes]);
        return 0;
    case ["raise", ..]:
        await RaiseBench.RunAsync(folder);
        return 0;
    case ["hub-whole", _]:
        await HubServers.RunWholeAsync(folder);
        return 0;
    case ["hub-bare", _]:
        await HubServers.RunBareAsync();
        return 0;
    case ["calibration", ..]:
        await CalibrationBench.RunAsync(args is [_, var story, ..] ? story : "standard-day", plain: args is [.., "plain"]);
        return 0;
    default:
        await Console.Error.WriteLineAsync(
            """
            usage: CommandCenter.Bench MODE [FOLDER]
              journal   appends to SQLite, and reading it, against bare SQLite
              host      commands through the grain host on SQLite against a bare group-commit writer
              redis     commands through the grain host on a real Redis against the bare append script, everysec and always
              boards    rebuilding all boards from 100,000 entries against reading and parsing the same rows
              drill     a day of 199 and of 1,990 households in memory: time and memory
              forecast  the forecast on one core: its kernel on a plain tandem, and 1,000 runs of a standard day
              hub       changes pushed to a thousand watchers against a bare SignalR hub sending the same bytes
              nodes     commands on many operations through one node and through three, on a real Redis
              raise     from an incident raised to its panel on the wall, on an idle server
              calibration [SCENARIO [plain]]  thirty seeded days of a scenario: how often reality fell within the forecast, and how far off
                        it was; plain: the forecast expects what the plan says and does not know the scenario
            FOLDER is where files are written; a temporary one by default.
            """);
        return 2;
}
