using Twofold.Model.Abi;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints the log, which is the same for every library.</summary>
internal static class CppLog
{
    public static string Declarations() => Source.Code(
        $$"""
        {{CppDeclarations.Enum(
            "/** The severity of a log line; each level includes the levels before it. */",
            "LogLevel",
            LogLevels.All.Select(level => (level.Name, $"{level.Value}", level.Doc)))}}

        /** Receives a log line, which is valid during the call. A stack trace has several lines. */
        using LogCallback = std::function<void(LogLevel level, std::string_view message)>;

        /**
         * Sends the log of the whole library, up to the level, to this callback instead of the previous one. It receives one
         * line at a time, in order, on a thread of the library, and may call every function. Before this function returns, the
         * previous callback receives the lines that wait for it, unless it calls this function itself, and it never runs again.
         * If it has not returned for a second, this function returns while it still runs.
         */
        void set_log(LogLevel most, LogCallback callback);

        /** Turns logging off, which is the default. Waits for the callback as set_log does. */
        void unset_log();
        """);

    public static string Details(CNames c) => Source.Code(
        $$"""
        /** Sets the callback of the log, and keeps it until another is set. */
        inline void set_log(LogLevel most, const std::shared_ptr<kept_listener<LogCallback>> &callback)
        {
            struct kept_log {
                std::mutex mutex;
                std::list<std::shared_ptr<kept_listener<LogCallback>>> kept;
            };
            // Never destroyed: threads of the library may log until the process ends.
            static auto &log = *new kept_log;

            // Call the library without the lock: it waits for a callback, which may itself set the log.
            std::unique_lock<std::mutex> lock{log.mutex};
            const auto replaced = log.kept;
            lock.unlock();

            auto added = std::list<std::shared_ptr<kept_listener<LogCallback>>>(callback ? 1 : 0, callback);
            const auto run = [](::{{c.Prefix}}_log_level level, const char *message, void *user_data) noexcept {
                fire<LogCallback>(user_data, static_cast<LogLevel>(level), std::string_view{message});
            };
            // Do not unset with NULL: the next call that sets a callback would not wait for the one that is being unset.
            const auto ignore = [](::{{c.Prefix}}_log_level, const char *, void *) noexcept {};
            const auto level = static_cast<::{{c.Prefix}}_log_level>(callback ? most : LogLevel::Error);
            check(::{{c.Prefix}}_set_log(level, callback ? +run : +ignore, callback.get()));

            // Keep a callback that another thread has set in the meantime: it may be in use.
            lock.lock();
            log.kept.remove_if([&](const auto &one) { return std::find(replaced.begin(), replaced.end(), one) != replaced.end(); });
            log.kept.splice(log.kept.end(), added);
        }
        """);

    public static string Definitions() =>
        """
        inline void set_log(LogLevel most, LogCallback callback)
        {
            detail::set_log(most, detail::make_listener(std::move(callback)));
        }

        inline void unset_log()
        {
            detail::set_log(LogLevel::Error, nullptr);
        }
        """;
}
