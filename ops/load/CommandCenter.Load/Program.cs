return await CommandCenter.Load.CommandLine.Cli.RunAsync(args, Console.Out, Console.Error);
