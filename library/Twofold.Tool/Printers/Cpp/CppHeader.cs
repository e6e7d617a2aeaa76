using Twofold.Generator.Emit;
using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints the C++ wrapper around the native ABI: first what its users read, then how it is done.</summary>
internal static class CppHeader
{
    public static string Print(LibraryModel library)
    {
        var n = library.Name;
        var upper = n.ToUpperInvariant();
        return
            $$"""
            /*
             * {{n}} {{library.Version}} for C++17: a header-only wrapper around {{n}}.h.
             * Printed by Twofold.Bindings from the library itself; do not edit.
             *
             * Ownership  Objects end with their scope and are moved, not copied. Values are copied on the way in and out.
             * Errors     A call that fails throws Error, which has a status and the library's message.
             * Threads    Every function may be called from every thread. A callback or listener runs on the calling thread
             *            before the function returns, or later on a thread of the library; one that throws ends the program.
             */
            #ifndef {{upper}}_HPP
            #define {{upper}}_HPP

            #include "{{n}}.h"

            #include <algorithm>
            #include <cstddef>
            #include <cstdint>
            #include <functional>
            #include <future>
            #include <iterator>
            #include <limits>
            #include <list>
            #include <memory>
            #include <mutex>
            #include <optional>
            #include <stdexcept>
            #include <string>
            #include <string_view>
            #include <type_traits>
            #include <utility>
            #include <variant>
            #include <vector>

            namespace {{CppNames.Namespace(library)}} {

            {{CppSupport.Outcomes(library)}}

            {{CppLog.Declarations()}}

            {{Messages(library).Append(CppServer.Options()).Paragraphs(0)}}

            namespace detail {

            /** Ends what the library has handed out. */
            struct End {
                {{Ends(library).Lines(4)}}
            };

            } // namespace detail

            {{CppServer.Subscription(library)}}

            {{Classes(library).Paragraphs(0)}}

            /* ---- How it is done ---- */

            namespace detail {

            {{CppSupport.Details(library)}}

            {{CppLog.Details(library)}}

            {{Conversions(library).Append(CppServer.Lend(library)).Paragraphs(0)}}

            } // namespace detail

            {{CppCalls.All(library).Append(CppServer.Definitions(library)).Append(CppLog.Definitions()).Paragraphs(0)}}

            } // namespace {{CppNames.Namespace(library)}}

            #endif

            """;
    }

    private static IEnumerable<string> Messages(LibraryModel library)
    {
        var recursive = CppTypes.Messages(library).Where(record => CppUses.IsCyclic(library, record)).Select(record => $"struct {CppNames.Type(library, record.Name)};").ToList();
        return library.Enums.Select(type => CppTypes.Enum(library, type))
            .Concat(recursive.Count > 0 ? [recursive.Lines(0)] : [])
            .Concat(CppTypes.Messages(library).Select(record => CppTypes.Struct(library, record)));
    }

    private static IEnumerable<string> Classes(LibraryModel library)
    {
        var declared = library.Objects.Select(handle => $"class {CppNames.Type(library, handle.Name)};").ToList();
        return (declared.Count > 0 ? new[] { declared.Lines(0) } : [])
            .Concat(library.Objects.Select(handle => CppClasses.Object(library, handle)))
            .Append(CppClasses.Library(library))
            .Append(CppServer.Class(library));
    }

    private static IEnumerable<string> Ends(LibraryModel library) =>
        library.Objects.Select(handle => ($"::{library.Name}_{handle.CName}", $"{library.Name}_{handle.CName}_release"))
            .Prepend(($"::{library.Name}", $"{library.Name}_destroy"))
            .Append(($"::{library.Name}_server", $"{library.Name}_server_stop"))
            .Append(("char", $"{library.Name}_string_free"))
            .Select(end => $"void operator()({end.Item1} *ended) const noexcept {{ ::{end.Item2}(ended); }}");

    /// <summary>Records that contain themselves are declared first.</summary>
    private static IEnumerable<string> Conversions(LibraryModel library)
    {
        var lent = CppUses.Lent(library).ToList();
        var taken = CppUses.Taken(library).ToList();
        var recursive = lent.Where(record => CppUses.IsCyclic(library, record)).Select(record => CppLend.Prototype(library, record))
            .Concat(taken.Where(record => CppUses.IsCyclic(library, record)).Select(record => CppTake.Prototype(library, record)))
            .ToList();
        return (recursive.Count > 0 ? new[] { recursive.Lines(0) } : [])
            .Concat(lent.Select(record => CppLend.Function(library, record)))
            .Concat(taken.Select(record => CppTake.Function(library, record)));
    }
}
