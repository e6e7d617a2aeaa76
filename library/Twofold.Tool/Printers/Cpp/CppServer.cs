using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints the classes that are the same for every library: a subscription and a server.</summary>
internal static class CppServer
{
    public static string Subscription(LibraryModel library) =>
        $$"""
        /** Keeps a listener until it is destroyed; then the listener does not run again. May be destroyed inside it. */
        class [[nodiscard]] Subscription {
        public:
            Subscription() = default;

            /** Takes over a listener that C functions have added, and what its user_data points to. */
            Subscription(::{{library.Name}} *handle, std::uint64_t id, std::shared_ptr<void> listener) noexcept
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
                    ::{{library.Name}}_remove_listener(handle_, id_);
            }

            /** How many events the listener has lost; past 1024 that wait for it, the newest is. */
            std::uint64_t lost() const;

        private:
            ::{{library.Name}} *handle_ = nullptr;
            std::uint64_t id_ = 0;
            std::shared_ptr<void> listener_;
        };
        """;

    public static string Options() =>
        """
        /** How bytes get from sockets to the library and back. */
        enum class Transport : std::int32_t {
            Automatic = 0, /**< The fastest that the platform has. */
            Epoll = 1,     /**< Loops over non-blocking sockets, on threads of their own. Linux only. */
            Sockets = 2,   /**< System.Net.Sockets, on a pool of threads. */
        };

        /** What a server listens on, and its limits; 0 stands for the default. */
        struct ServerOptions {
            std::string address{};               /**< unix:PATH, tcp:HOST:PORT, tcp:[IPV6]:PORT (port 0 picks one), or fd:N. */
            bool allow_remote{};                 /**< Allow TCP beyond loopback: the wire is not encrypted. */
            Transport transport{};               /**< Default automatic. */
            std::uint32_t loop_threads{};        /**< Threads of the epoll transport, which synchronous methods run on. Default 1. */
            std::uint32_t max_method_bytes{};    /**< Longest method name. Default 255. */
            std::uint32_t max_payload_bytes{};   /**< Largest payload. Default 16 MiB. */
            std::uint32_t max_nesting{};         /**< Nesting of a request's arrays and maps. Default 64, at most 1024. */
            std::uint32_t max_objects{};         /**< Objects that a connection holds. Default 1024. */
            std::uint32_t max_in_flight{};       /**< Unanswered requests of a connection before it is not read. Default 1024. */
            std::uint32_t max_unread_bytes{};    /**< Unread output of a connection before it is not read. Default 1 MiB. */
            std::uint32_t max_connections{};     /**< Open connections. Default 1024. */
            std::uint32_t frame_timeout_ms{};    /**< How long a frame may stay unfinished. Default 30 s. */
            std::uint32_t progress_timeout_ms{}; /**< How long output may stay unread without progress. Default 30 s. */
            std::uint32_t drain_timeout_ms{};    /**< How long calls in flight may take on stop. Default 5 s. */
        };
        """;

    public static string Class(LibraryModel library)
    {
        var served = CppNames.Class(library);
        return
            $$"""
            /** Serves an object to other processes, on threads of the library, until it is stopped or destroyed. */
            class Server {
            public:
                Server({{served}} &served, const ServerOptions &options);

                /** The address to connect to, with the real port. */
                std::string address() const;

                /** Stops accepting, answers what is in flight within the drain time, closes. */
                void stop();

            private:
                std::unique_ptr<::{{library.Name}}_server, detail::End> handle_;
            };
            """;
    }

    public static string Lend(LibraryModel library) =>
        $$"""
        inline ::{{library.Name}}_server_options lend(const ServerOptions &value)
        {
            ::{{library.Name}}_server_options lent = {{library.Name.ToUpperInvariant()}}_SERVER_OPTIONS_INIT;
            lent.address = c_text(value.address, "address");
            lent.allow_remote = value.allow_remote;
            lent.transport = static_cast<::{{library.Name}}_transport>(value.transport);
            lent.loop_threads = value.loop_threads;
            lent.max_method_bytes = value.max_method_bytes;
            lent.max_payload_bytes = value.max_payload_bytes;
            lent.max_nesting = value.max_nesting;
            lent.max_objects = value.max_objects;
            lent.max_in_flight = value.max_in_flight;
            lent.max_unread_bytes = value.max_unread_bytes;
            lent.max_connections = value.max_connections;
            lent.frame_timeout_ms = value.frame_timeout_ms;
            lent.progress_timeout_ms = value.progress_timeout_ms;
            lent.drain_timeout_ms = value.drain_timeout_ms;
            return lent;
        }
        """;

    public static string Definitions(LibraryModel library)
    {
        var n = library.Name;
        var served = CppNames.Class(library);
        return
            $$"""
            inline void {{served}}::serve(const ServerOptions &options)
            {
                const auto lent = detail::lend(options);
                detail::check(::{{n}}_serve(handle_.get(), &lent));
            }

            inline std::uint64_t Subscription::lost() const
            {
                std::uint64_t lost = 0;
                detail::check(::{{n}}_listener_lost(handle_, id_, &lost));
                return lost;
            }

            inline Server::Server({{served}} &served, const ServerOptions &options)
            {
                const auto lent = detail::lend(options);
                ::{{n}}_server *server = nullptr;
                detail::check(::{{n}}_server_start(served.native_handle(), &lent, &server));
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
            """;
    }
}
