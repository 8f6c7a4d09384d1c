namespace CooperationApi.Tests.Testing;

/// <summary>Tests that have nothing beside them, because they are of how soon something comes.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
