using Xunit;

namespace Twofold.E2E;

/// <summary>Specs that build parts of the repository: one at a time, and beside no other spec, since programs are replaced.</summary>
[CollectionDefinition(nameof(Builds), DisableParallelization = true)]
public sealed class Builds;
