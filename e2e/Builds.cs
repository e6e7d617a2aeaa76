using Xunit;

namespace Twofold.E2E;

/// <summary>Specs that build parts of the repository. They run alone, because they replace programs that other specs run.</summary>
[CollectionDefinition(nameof(Builds), DisableParallelization = true)]
public sealed class Builds;
