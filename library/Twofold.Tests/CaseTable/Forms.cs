namespace Twofold.Tests.CaseTable;

/// <summary>The functions that C has for a method.</summary>
[Flags]
internal enum Forms
{
    /// <summary><c>name_sync</c></summary>
    Blocking = 1,

    /// <summary><c>name</c></summary>
    Callback = 2,

    /// <summary><c>name_cbor</c></summary>
    Cbor = 4,

    /// <summary>The same, with the generated C codec for requests and replies.</summary>
    Codec = 8,
}
