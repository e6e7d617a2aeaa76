using Twofold.Calls;

namespace Twofold.Native;

/// <summary>The message behind a native call's last failure, for the thread that called.</summary>
public static unsafe class LastError
{
    [ThreadStatic]
    private static Message? t_last;

    /// <summary>Keeps the refusal's message for this thread and returns its status.</summary>
    public static Status Set(in Refusal refusal)
    {
        if (refusal.Exists)
            (t_last ??= new Message()).Replace(refusal.Message);

        return refusal.Status;
    }

    /// <summary>Keeps the exception's message for this thread and returns its status.</summary>
    public static Status Set(Exception exception) => Set(Refusal.From(exception));

    /// <summary>The message as a C string, valid until this thread's next failure; "" if there has been none.</summary>
    public static byte* Get() => (t_last ??= new Message()).Text;

    private sealed class Message
    {
        public byte* Text { get; private set; } = NativeText.WriteMessage("");

        ~Message() => NativeText.Free(Text);

        public void Replace(string message)
        {
            NativeText.Free(Text);
            Text = NativeText.WriteMessage(message);
        }
    }
}
