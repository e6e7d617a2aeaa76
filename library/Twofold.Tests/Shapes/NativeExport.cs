using System.Reflection;
using System.Reflection.Emit;
using System.Runtime.InteropServices;
using Twofold.Generated.fixtures;

namespace Twofold.Tests.Shapes;

/// <summary>An export of the fixtures with any parameters, called as C calls it.</summary>
internal sealed class NativeExport
{
    private static readonly Dictionary<string, MethodInfo> s_exports = typeof(FixturesExports)
        .GetMethods(BindingFlags.Static | BindingFlags.NonPublic | BindingFlags.Public)
        .Select(method => (Method: method, Name: method.GetCustomAttribute<UnmanagedCallersOnlyAttribute>()?.EntryPoint))
        .Where(export => export.Name is not null)
        .ToDictionary(export => export.Name!, export => export.Method);

    private readonly nint _address;
    private readonly Func<nint, object[], Status> _call;

    /// <param name="method">The function, of whatever build of the library.</param>
    public NativeExport(MethodInfo method)
    {
        Parameters = [.. method.GetParameters().Select(parameter => parameter.ParameterType)];
        _address = method.MethodHandle.GetFunctionPointer();
        _call = Caller(method);
    }

    /// <summary>The types of its parameters.</summary>
    public IReadOnlyList<Type> Parameters { get; }

    /// <summary>The export of this name.</summary>
    public static NativeExport Find(string name) => new(s_exports[name]);

    /// <summary>Calls it; pointers are given as <see cref="nint"/>.</summary>
    public Status Call(params object[] arguments) => _call(_address, arguments);

    /// <summary>No delegate type fits every signature, so the call is emitted from the signature.</summary>
    private static Func<nint, object[], Status> Caller(MethodInfo method)
    {
        Type[] types = [.. method.GetParameters().Select(parameter => Passed(parameter.ParameterType))];
        var caller = new DynamicMethod($"Call{method.Name}", typeof(Status), [typeof(nint), typeof(object[])], restrictedSkipVisibility: true);
        var code = caller.GetILGenerator();
        for (var i = 0; i < types.Length; i++)
        {
            code.Emit(OpCodes.Ldarg_1);
            code.Emit(OpCodes.Ldc_I4, i);
            code.Emit(OpCodes.Ldelem_Ref);
            code.Emit(OpCodes.Unbox_Any, types[i]);
        }

        code.Emit(OpCodes.Ldarg_0);
        code.EmitCalli(OpCodes.Calli, CallingConvention.Cdecl, method.ReturnType == typeof(void) ? typeof(void) : typeof(int), types);
        if (method.ReturnType == typeof(void))
            code.Emit(OpCodes.Ldc_I4_0);

        code.Emit(OpCodes.Ret);
        return caller.CreateDelegate<Func<nint, object[], Status>>();
    }

    private static Type Passed(Type type) => type.IsPointer || type.IsFunctionPointer ? typeof(nint) : type.IsEnum ? type.GetEnumUnderlyingType() : type;
}
