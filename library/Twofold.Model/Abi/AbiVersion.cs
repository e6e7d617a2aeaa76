namespace Twofold.Model.Abi;

/// <summary>The version of the C ABI: a header and a library with the same version are compatible.</summary>
public static class AbiVersion
{
    /// <summary>The value of <c>LIB_ABI_VERSION</c> and <c>lib_abi_version()</c>.</summary>
    public const int Current = 1;

    /// <summary>The version of the wire, which <c>$hello</c> answers. A change that an older client cannot ignore increases it.</summary>
    public const int Protocol = 2;
}
