using Tracker.Web.Commands;

return await CommandLine.RunAsync(args);
