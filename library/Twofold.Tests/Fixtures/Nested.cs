using Twofold;

namespace FixturesLibrary;

public sealed partial class Fixtures
{
    /// <summary>Gives the company back.</summary>
    [Ffi] public Company KeepCompany(Company value) => value;

    /// <summary>Gives the tree back.</summary>
    [Ffi] public Node KeepTree(Node value) => value;

    /// <summary>Gives the chain back.</summary>
    [Ffi] public Link KeepChain(Link value) => value;
}

/// <summary>Four records deep.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Office">Where it is.</param>
public sealed record Company(string Name, Office Office);

/// <summary>A place with desks.</summary>
/// <param name="Desks">The desks.</param>
/// <param name="Main">The most important one.</param>
public sealed record Office(List<Desk> Desks, Desk Main);

/// <summary>A desk.</summary>
/// <param name="Owner">Who sits at it.</param>
public sealed record Desk(Owner Owner);

/// <summary>Who owns a desk.</summary>
/// <param name="Name">A name.</param>
/// <param name="Age">In years.</param>
public sealed record Owner(string Name, byte Age);

/// <summary>A tree.</summary>
/// <param name="Value">What is at the node.</param>
/// <param name="Children">The nodes below.</param>
public sealed record Node(int Value, List<Node> Children);

/// <summary>A chain.</summary>
/// <param name="Value">What is at the link.</param>
/// <param name="Next">The next link, or none.</param>
public sealed record Link(int Value, Link? Next);
