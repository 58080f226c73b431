using Tracker.Tests;

[assembly: AssemblyFixture(typeof(PrivateClusterFixture))]
