using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints the log: the same for every library.</summary>
internal static class CppLog
{
    public static string Declarations() =>
        """
        /** How grave a line of the log is; each level includes those before it. */
        enum class LogLevel : std::int32_t {
            Error = 1,   /**< A method failed unforeseen: with the stack trace. */
            Warning = 2, /**< Something was lost, cut off, or failed where nobody waits for it. */
            Info = 3,    /**< A server started, stopped, or answered a request with a failure. */
            Debug = 4,   /**< Connections that come and go. */
        };

        /** Gets a line of the log; valid during the call. A stack trace has several lines. */
        using LogCallback = std::function<void(LogLevel level, std::string_view message)>;

        /**
         * Has the log of the whole library, up to the level, go to this callback instead of the one before. It gets one
         * line at a time, in order, on a thread of the library or one that calls this, and may call every function.
         * The one before gets first what was waiting for it, unless this is called inside it, and does not run again.
         */
        void set_log(LogLevel most, LogCallback callback);

        /** Has the log go to nobody, as in the beginning. When this returns the callback does not run again. */
        void unset_log();
        """;

    public static string Details(LibraryModel library) =>
        $$"""
        /** Sets the callback of the log, and keeps it until another is set. */
        inline void set_log(LogLevel most, const std::shared_ptr<Listener<LogCallback>> &callback)
        {
            struct Log {
                std::mutex mutex;
                std::list<std::shared_ptr<Listener<LogCallback>>> kept;
            };
            // Never destroyed: threads of the library may log until the process has ended.
            static auto &log = *new Log;

            // The library waits for a callback, which may be in here too: it is called without the lock.
            std::unique_lock<std::mutex> lock{log.mutex};
            const auto replaced = log.kept;
            lock.unlock();

            auto added = std::list<std::shared_ptr<Listener<LogCallback>>>(callback ? 1 : 0, callback);
            const auto run = [](::{{library.Name}}_log_level level, const char *message, void *user_data) noexcept {
                fire<LogCallback>(user_data, static_cast<LogLevel>(level), std::string_view{message});
            };
            // Not NULL to unset it: then the next to set it would not wait for the callback that is being unset.
            const auto ignore = [](::{{library.Name}}_log_level, const char *, void *) noexcept {};
            const auto level = static_cast<::{{library.Name}}_log_level>(callback ? most : LogLevel::Error);
            check(::{{library.Name}}_set_log(level, callback ? +run : +ignore, callback.get()));

            // What was set meanwhile may be what the log has now, and stays.
            lock.lock();
            log.kept.remove_if([&](const auto &one) { return std::find(replaced.begin(), replaced.end(), one) != replaced.end(); });
            log.kept.splice(log.kept.end(), added);
        }
        """;

    public static string Definitions() =>
        """
        inline void set_log(LogLevel most, LogCallback callback)
        {
            detail::set_log(most, detail::listener(std::move(callback)));
        }

        inline void unset_log()
        {
            detail::set_log(LogLevel::Error, nullptr);
        }
        """;
}
