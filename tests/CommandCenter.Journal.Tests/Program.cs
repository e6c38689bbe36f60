using CommandCenter.Journal.Tests.Crash;

return await Victim.RunAsync(args);
