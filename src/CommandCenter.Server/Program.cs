using CommandCenter.Server.CommandLine;

return await Cli.RunAsync(args, Console.Out, Console.Error);
