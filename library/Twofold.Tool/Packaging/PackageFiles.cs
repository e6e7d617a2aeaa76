using Twofold.Model.Library;

namespace Twofold.Tool.Packaging;

/// <summary>Prints the files that pkg-config and CMake use to find the library. Both are relocatable.</summary>
internal static class PackageFiles
{
    public static string PkgConfig(LibraryModel library) =>
        $$"""
        prefix=${pcfiledir}/../..
        libdir=${prefix}/lib
        includedir=${prefix}/include

        Name: {{library.Name}}
        Description: {{library.Doc}}
        Version: {{library.Version}}
        Libs: -L${libdir} -Wl,-rpath,${libdir} -l{{library.Name}}
        Cflags: -I${includedir}

        """;

    public static string CMakeConfig(LibraryModel library) =>
        $$"""
        get_filename_component(_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)

        if(NOT TARGET {{library.Name}}::headers)
            add_library({{library.Name}}::headers INTERFACE IMPORTED)
            set_target_properties({{library.Name}}::headers PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${_prefix}/include")
        endif()

        if(NOT TARGET {{library.Name}}::{{library.Name}})
            add_library({{library.Name}}::{{library.Name}} SHARED IMPORTED)
            set_target_properties({{library.Name}}::{{library.Name}} PROPERTIES INTERFACE_INCLUDE_DIRECTORIES "${_prefix}/include")
            if(WIN32)
                set_target_properties({{library.Name}}::{{library.Name}} PROPERTIES
                    IMPORTED_LOCATION "${_prefix}/bin/{{library.Name}}.dll"
                    IMPORTED_IMPLIB "${_prefix}/lib/{{library.Name}}.lib")
            elseif(APPLE)
                set_target_properties({{library.Name}}::{{library.Name}} PROPERTIES IMPORTED_LOCATION "${_prefix}/lib/lib{{library.Name}}.dylib")
            else()
                set_target_properties({{library.Name}}::{{library.Name}} PROPERTIES
                    IMPORTED_LOCATION "${_prefix}/lib/lib{{library.Name}}.so"
                    IMPORTED_SONAME "lib{{library.Name}}.so.{{library.Version.Split('.')[0]}}")
            endif()
        endif()

        unset(_prefix)

        """;

    public static string CMakeVersion(LibraryModel library) =>
        $$"""
        # A newer version is compatible as long as its major version is the same.
        set(PACKAGE_VERSION "{{library.Version}}")

        if(PACKAGE_VERSION VERSION_LESS PACKAGE_FIND_VERSION)
            set(PACKAGE_VERSION_COMPATIBLE FALSE)
        elseif(PACKAGE_FIND_VERSION_COUNT GREATER 0 AND NOT PACKAGE_FIND_VERSION_MAJOR EQUAL {{library.Version.Split('.')[0]}})
            set(PACKAGE_VERSION_COMPATIBLE FALSE)
        else()
            set(PACKAGE_VERSION_COMPATIBLE TRUE)
            if(PACKAGE_VERSION VERSION_EQUAL PACKAGE_FIND_VERSION)
                set(PACKAGE_VERSION_EXACT TRUE)
            endif()
        endif()

        # The library is 64-bit. The size is unknown before a language is enabled.
        if(CMAKE_SIZEOF_VOID_P AND NOT CMAKE_SIZEOF_VOID_P EQUAL 8)
            set(PACKAGE_VERSION_UNSUITABLE TRUE)
        endif()

        """;
}
