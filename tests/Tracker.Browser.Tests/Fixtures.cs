using Tracker.Browser.Tests;

[assembly: AssemblyFixture(typeof(DemoTracker))]
