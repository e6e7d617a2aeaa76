using Xunit;

namespace Twofold.E2E;

/// <summary>Specs that build projects of the repository, one after the other: two builds of one project disturb each other.</summary>
[CollectionDefinition(nameof(Builds))]
public sealed class Builds;
