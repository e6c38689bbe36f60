using CommandCenter.Bench;

switch (args)
{
    case ["journal", .. var rest]:
        await JournalBench.RunAsync(rest is [var folder] ? folder : Path.GetTempPath());
        return 0;
    default:
        await Console.Error.WriteLineAsync("usage: CommandCenter.Bench journal [FOLDER]   (FOLDER: where to write; a temporary one by default)");
        return 2;
}
