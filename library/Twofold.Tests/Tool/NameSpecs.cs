using Twofold.Model.Abi;
using Twofold.Model.Naming;
using Twofold.Tests.Generator;
using Twofold.Tests.Support;
using Twofold.Tool.Printers.C;
using Twofold.Tool.Printers.Cddl;
using Twofold.Tool.Printers.Cpp;

namespace Twofold.Tests.Tool;

/// <summary>The printed headers compile for any names that an author chooses.</summary>
public sealed class NameSpecs
{
    private const string Mangled = "assert char16_t complex environ errno far handle int32_t interface namespace near reply size_t st_atime stdin typeof_unqual user_data";

    [Fact]
    public void A_record_may_have_the_name_of_a_helper_of_the_wrapper() => HeaderCompiler.AssertCompile(Generation.OfMembers(
        "[Ffi] public Loan Get(End end, Reply? reply, List<Callback> callbacks, Listener? listener, Deleter deleter) => null!;",
        """
        public record Loan(End End, CallArena? Arena); public record End(int X); public record Reply(string Text); public record Callback(int[] X);
        public record Listener(Loan Loan); public record CallArena(string?[] Texts); public record Deleter(bool[] Flags); public record Status_(int Ok);
        """).Model());

    [Fact]
    public void Types_with_the_same_PascalCase_name_get_two_names_in_the_wrapper()
    {
        var model = Generation.OfMembers(
            "[Ffi] public Foo1 Get(Foo_1 foo) => null!;", "public record Foo1(int X); public record Foo_1(Foo1 Foo);").Model();
        HeaderCompiler.AssertCompile(model);
        var wrapper = CppHeader.Text(model);
        Assert.Contains("struct Foo1 {", wrapper);
        Assert.Contains("struct Foo1_ {", wrapper);
    }

    [Fact]
    public void A_method_may_have_the_name_of_another_methods_asynchronous_form()
    {
        var model = Generation.OfMembers("[Ffi] public int Foo(int x) => x; [Ffi] public int Foo_async(int x) => x; [Ffi] public string Foo_() => \"\"; [Ffi] public void Handle_(int handle) { } [Ffi] public void NativeHandle(int native_handle) { }").Model();
        HeaderCompiler.AssertCompile(model);
        var wrapper = CppHeader.Text(model);
        Assert.Contains("    std::int32_t foo_async_(std::int32_t x);\n", wrapper);
        Assert.Contains("    std::future<std::int32_t> foo_async(std::int32_t x);\n", wrapper);
    }

    [Fact]
    public void Keywords_and_macros_may_be_names_of_members_parameters_and_methods()
    {
        var names = Mangled.Split(' ');
        var members = string.Join(", ", names.Where(name => name.Length > 1).Select((name, index) => $"{(index % 3 == 0 ? "string?" : index % 3 == 1 ? "int?" : "int[]")} @{name}"));
        var methods = string.Concat(names.Where(name => !ReservedNames.Parameters.Contains(name)).Select(name => $"[Ffi] public void @{name}(int @{name}) {{ }} "));
        var model = Generation.OfMembers($"[Ffi] public All Get({members}, All all) => null!; {methods}", $"public record All({members});").Model();
        HeaderCompiler.AssertCompile(
            model,
            """
            #define _GNU_SOURCE 1
            #include <assert.h>
            #include <errno.h>
            #include <stdio.h>
            #include <sys/stat.h>
            #ifndef __cplusplus
            #include <complex.h>
            #endif
            #define near
            #define far
            #define interface struct
            #define environ (*environment())
            """);
    }

    [Fact]
    public void A_mangled_name_stays_as_it_is_on_the_wire()
    {
        var model = Generation.OfMembers("[Ffi] public void Put(int handle, byte[] errno, Pair pair) { }", "public record Pair(int? @namespace, int[] size_t);").Model();
        Assert.Contains("sample_put_sync(sample *handle, int32_t handle_, const uint8_t *errno_, size_t errno_size, const sample_pair *pair)", CHeader.Text(model));
        Assert.Contains("put-call = { handle: int32, errno: bstr, pair: Pair }", CddlPrinter.Text(model));
        Assert.Contains("\n    bool has_namespace; ", CHeader.Text(model));
        Assert.Contains("\n    int32_t namespace_;\n", CHeader.Text(model));
        Assert.Contains("\n    const int32_t *size_t_;\n", CHeader.Text(model));
    }

    [Fact]
    public void The_wrapper_compiles_after_a_header_that_defines_its_names_as_macros() => HeaderCompiler.AssertCompile(
        Generation.OfMembers("[Ffi] public Bool Get(Mood mood) => default;", "public enum Mood { None, Success, Always } public enum Bool { True, False }").Model(),
        """
        #define Status int
        #define Bool int
        #define True 1
        #define False 0
        #define None 0L
        #define Success 0
        #define Always 2
        """);

    [Theory]
    [InlineData("public record Bytes(int X); public record TextList(int X);", "byte[][] a, string[][] b, Bytes c, TextList d")]
    [InlineData("public record OptionalInt32(int X);", "int?[] a, OptionalInt32 b")]
    public void A_record_may_have_the_name_of_a_struct_that_lists_need(string records, string parameters) =>
        HeaderCompiler.AssertCompile(Generation.OfMembers($"[Ffi] public void Put({parameters}) {{ }}", records).Model());

    [Fact]
    public void A_record_may_have_the_name_of_a_rule_of_CDDL()
    {
        var schema = CddlPrinter.Text(Generation.OfMembers(
            "[Ffi] public text Get(int8 a) => null!; [Ffi] public const int TOP = 1;", "public record text(string X); public record int8(int X); public record TOP(int8 X);").Model());
        Assert.Contains("\ntext_ = {", schema);
        Assert.Contains("\nint8_ = {", schema);
        Assert.Contains("get-call = { a: int8_ }\nget-reply = text_\n", schema);
    }

    [Theory]
    [InlineData("timer", true)]
    [InlineData("sem", true)]
    [InlineData("clock", true)]
    [InlineData("signal", true)]
    [InlineData("socket", true)]
    [InlineData("string", true)]
    [InlineData("pthread_mutex", true)]
    [InlineData("my_timer", false)]
    [InlineData("sample", false)]
    public void A_library_cannot_have_a_name_of_the_C_library(string name, bool isReserved) => Assert.Equal(isReserved, SystemNames.Contains(name));

    [Fact]
    public void A_method_of_the_wrapper_may_be_called_complex() =>
        Assert.True(Keywords.Contains("complex") && !Keywords.ContainsInCpp("complex") && Keywords.ContainsInCpp("assert"));
}
