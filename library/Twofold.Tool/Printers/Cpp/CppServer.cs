using Twofold.Model.Abi;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints the classes that are the same for every library: a subscription, a server and its options.</summary>
internal static class CppServer
{
    public static string Subscription(CNames c) => Source.Code(
        $$"""
        /** Keeps a listener until it is destroyed; then the listener does not run again. The listener may destroy it. */
        class [[nodiscard]] Subscription {
        public:
            Subscription() = default;

            /** Takes over a listener that was added with C functions, and the object behind its user_data. */
            Subscription(::{{c.Prefix}} *handle, std::uint64_t id, std::shared_ptr<void> listener) noexcept
                : handle_{handle}, id_{id}, listener_{std::move(listener)}
            {
            }

            Subscription(Subscription &&) noexcept = default;

            Subscription &operator=(Subscription &&other) noexcept
            {
                remove();
                handle_ = other.handle_;
                id_ = other.id_;
                listener_ = std::move(other.listener_);
                return *this;
            }

            ~Subscription() { remove(); }

            /** Ends it early. Waits for the listener if that runs on another thread. */
            void remove() noexcept
            {
                if (const auto kept = std::move(listener_))
                    ::{{c.Prefix}}_remove_listener(handle_, id_);
            }

            /** How many events the listener has lost: while {{Limits.MaxWaitingEvents}} events wait for it, new events are dropped. */
            std::uint64_t lost() const;

        private:
            ::{{c.Prefix}} *handle_ = nullptr;
            std::uint64_t id_ = 0;
            std::shared_ptr<void> listener_;
        };
        """);

    public static string Options() => Source.Code(
        $$"""
        {{CppDeclarations.Enum(
            "/** How a server moves bytes between sockets and the library. */",
            "Transport",
            Transports.All.Select(transport => (transport.Name, $"{transport.Value}", transport.Doc)))}}

        /** What a server listens on, and its limits. A field that is 0 or empty has its default. */
        struct ServerOptions {
            {{Columns.Align(ServerOptions.All.Select(option => new Documented($"{OptionType(option.Kind)} {option.CName}{{}};", OptionText.Doc(option))))}}
        };
        """);

    public static string Class(CppNames names) => Source.Code(
        $$"""
        /** Serves an object to other processes, on threads of the library, until it is stopped or destroyed. */
        class Server {
        public:
            Server({{names.Class}} &served, const ServerOptions &options);

            /** The address to connect to, with the real port. */
            std::string address() const;

            /** Stops accepting, answers the calls in flight within the drain timeout, closes. */
            void stop();

        private:
            std::unique_ptr<::{{names.C.Prefix}}_server, detail::deleter> handle_;
        };
        """);

    public static string OptionsToNative(CNames c) => Source.Code(
        $$"""
        inline ::{{c.Prefix}}_server_options to_native(const ServerOptions &value)
        {
            ::{{c.Prefix}}_server_options native = {{c.Upper}}_SERVER_OPTIONS_INIT;
            {{ServerOptions.All.Select(option => $"native.{option.CName} = {OptionToNative(c, option)};")}}
            return native;
        }
        """);

    public static string Definitions(CppNames names)
    {
        var n = names.C.Prefix;
        return Source.Code(
            $$"""
            inline void {{names.Class}}::serve(const ServerOptions &options)
            {
                const auto native = detail::to_native(options);
                detail::check(::{{n}}_serve(handle_.get(), &native));
            }

            inline std::uint64_t Subscription::lost() const
            {
                std::uint64_t lost = 0;
                detail::check(::{{n}}_listener_lost(handle_, id_, &lost));
                return lost;
            }

            inline Server::Server({{names.Class}} &served, const ServerOptions &options)
            {
                const auto native = detail::to_native(options);
                ::{{n}}_server *server = nullptr;
                detail::check(::{{n}}_server_start(served.native_handle(), &native, &server));
                handle_.reset(server);
            }

            inline std::string Server::address() const
            {
                const auto *address = ::{{n}}_server_address(handle_.get());
                if (!address)
                    throw Error{Status::InvalidHandle, "the server was stopped, or moved from"};
                return address;
            }

            inline void Server::stop()
            {
                detail::check(::{{n}}_server_stop(handle_.release()));
            }
            """);
    }

    private static string OptionType(OptionKind kind) => kind switch
    {
        OptionKind.Text => "std::string",
        OptionKind.Switch => "bool",
        OptionKind.Transport => "Transport",
        _ => "std::uint32_t",
    };

    private static string OptionToNative(CNames c, ServerOptionModel option) => option.Kind switch
    {
        OptionKind.Text => $"value.{option.CName}.empty() ? nullptr : c_text(value.{option.CName}, \"{option.CName}\")",
        OptionKind.Transport => $"static_cast<::{c.Prefix}_transport>(value.{option.CName})",
        _ => $"value.{option.CName}",
    };
}
