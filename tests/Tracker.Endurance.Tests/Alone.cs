using Tracker.Tests;

// These tests measure and kill; each has the machine to itself.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
[assembly: AssemblyFixture(typeof(PrivateClusterFixture))]
