namespace Twofold.Model.Abi;

/// <summary>The version of the C ABI: a header and a library with the same number fit together.</summary>
public static class AbiVersion
{
    /// <summary>What <c>LIB_ABI_VERSION</c> and <c>lib_abi_version()</c> say.</summary>
    public const int Current = 1;
}
