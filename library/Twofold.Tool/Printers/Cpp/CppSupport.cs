using Twofold.Model.Abi;
using Twofold.Printing;
using Twofold.Tool.Printers.C;

namespace Twofold.Tool.Printers.Cpp;

/// <summary>Prints the parts that every wrapper has: errors and outcomes at the beginning, helpers for calls at the end.</summary>
internal static class CppSupport
{
    public static string Outcomes(CNames c) => Source.Code(
        $$"""
        {{CppDeclarations.Enum("/** How a call ended. */", "Status", Statuses.All.Select(status => (status.Name, $"{status.Value}", status.Doc)))}}

        /** The name of the status, for example "INVALID_ARGUMENT". */
        inline const char *to_string(Status status) noexcept
        {
            return ::{{c.Prefix}}_status_name(static_cast<::{{c.Status}}>(status));
        }

        /** A call that failed; what() is the library's message. */
        class Error : public std::runtime_error {
        public:
            Error(Status status, const std::string &message) : std::runtime_error{message}, status_{status} {}

            Status status() const noexcept { return status_; }

        private:
            Status status_;
        };

        /** The outcome of a call that does not block: a value or an error. */
        template <typename T> class Outcome {
        public:
            using Value = std::conditional_t<std::is_void_v<T>, std::monostate, T>;

            Outcome(Value value) : content_{std::in_place_index<0>, std::move(value)} {}
            Outcome(Error error) : content_{std::in_place_index<1>, std::move(error)} {}

            /** Whether the call succeeded. */
            explicit operator bool() const noexcept { return content_.index() == 0; }

            /** The value; throws the error if there is none. */
            Value &value()
            {
                if (!*this)
                    throw error();
                return std::get<0>(content_);
            }

            /** The error; only if there is no value. */
            const Error &error() const { return std::get<1>(content_); }

        private:
            std::variant<Value, Error> content_;
        };
        """);

    public static string Details(CNames c) => Source.Code(
        $$"""
        /** Owns what C structs point to while a call borrows them. */
        class call_arena {
        public:
            template <typename T> const T *keep(T value)
            {
                auto kept = std::make_shared<const T>(std::move(value));
                kept_.push_back(kept);
                return kept.get();
            }

            /** An array with what make returns for each item; never null. */
            template <typename List, typename Make> auto list(const List &items, Make make)
            {
                using T = std::decay_t<decltype(make(*items.begin()))>;
                std::shared_ptr<T> kept(new T[items.size() + 1]{}, std::default_delete<T[]>{});
                std::transform(items.begin(), items.end(), kept.get(), make);
                kept_.push_back(kept);
                return static_cast<const T *>(kept.get());
            }

            const char *text(std::string_view text, const char *name);

            /** One level of a record that contains itself: one that is too deep or circular is an error, not a stack overflow. */
            class level {
            public:
                explicit level(call_arena &arena) : levels_{arena.levels_}
                {
                    if (levels_ == 1000)
                        throw Error{Status::InvalidArgument, "a record contains itself more than 1000 levels deep"};
                    levels_++;
                }
                level(const level &) = delete;
                level &operator=(const level &) = delete;
                ~level() { levels_--; }

            private:
                int &levels_;
            };

        private:
            std::vector<std::shared_ptr<const void>> kept_;
            int levels_ = 0;
        };

        /** The address of an argument, which lives until the call returns. */
        template <typename T> const T *borrow(const T &argument)
        {
            return &argument;
        }

        /** The text as a C string, which cannot contain a NUL. */
        inline const char *c_text(const std::string &text, const char *name)
        {
            if (text.find('\0') != std::string::npos)
                throw Error{Status::InvalidArgument, std::string{name} + ": a C string cannot carry U+0000"};
            return text.c_str();
        }

        inline const char *call_arena::text(std::string_view text, const char *name)
        {
            return c_text(*keep(std::string{text}), name);
        }

        /** A pointer that is not NULL, even if there are no items: NULL means absent. */
        template <typename T> const T *present(const T *items)
        {
            static const T none{};
            return items ? items : &none;
        }

        template <typename T> std::vector<T> list(const T *items, std::size_t count)
        {
            return std::vector<T>(items, items + count);
        }

        template <typename T, typename Make> auto list(const T *items, std::size_t count, Make make)
        {
            std::vector<std::decay_t<decltype(make(*items))>> made;
            made.reserve(count);
            std::transform(items, items + count, std::back_inserter(made), make);
            return made;
        }

        inline void check(::{{c.Prefix}}_status status)
        {
            if (status != {{c.Upper}}_OK)
                throw Error{static_cast<Status>(status), ::{{c.Prefix}}_last_error()};
        }

        /** Takes over a string that the library has allocated. */
        inline std::string take_text(char *text)
        {
            const std::unique_ptr<char, deleter> owner{text};
            return std::string{text};
        }

        /** A struct that the library fills, and that is freed at the end of the scope. */
        template <typename T> class filled {
        public:
            explicit filled(void (*free)(T *)) : free_{free} {}
            filled(const filled &) = delete;
            filled &operator=(const filled &) = delete;
            ~filled() { free_(&value); }

            T value{};

        private:
            void (*free_)(T *);
        };

        template <typename T> using callback_of = std::function<void(Outcome<T>)>;

        /** Makes a call whose user_data is the callback, which finish() takes back. */
        template <typename T, typename Call> void start(callback_of<T> callback, Call call)
        {
            if (!callback)
                throw Error{Status::MissingCallback, "the callback is empty"};
            auto kept = std::make_unique<callback_of<T>>(std::move(callback));
            check(call(kept.get()));
            static_cast<void>(kept.release());
        }

        /** Runs the callback, once. An exception cannot pass through C: it ends the program, as on a thread. */
        template <typename T, typename Make>
        void finish(void *call, ::{{c.Prefix}}_status status, const char *error, Make make) noexcept
        {
            const std::unique_ptr<callback_of<T>> callback{static_cast<callback_of<T> *>(call)};
            if (status != {{c.Upper}}_OK)
                return (*callback)(Error{static_cast<Status>(status), error});
            if constexpr (std::is_void_v<T>)
                (*callback)(std::monostate{});
            else
                (*callback)(make());
        }

        /** A future for a call that takes a callback. */
        template <typename T, typename Start> std::future<T> future(Start start)
        {
            auto promise = std::make_shared<std::promise<T>>();
            auto result = promise->get_future();
            start([promise](Outcome<T> outcome) {
                if (!outcome)
                    promise->set_exception(std::make_exception_ptr(outcome.error()));
                else if constexpr (std::is_void_v<T>)
                    promise->set_value();
                else
                    promise->set_value(std::move(outcome.value()));
            });
            return result;
        }

        /** A listener, which is kept while it runs, even if it ends its own subscription. */
        template <typename Function> struct kept_listener : std::enable_shared_from_this<kept_listener<Function>> {
            explicit kept_listener(Function function) : run{std::move(function)} {}

            Function run;
        };

        template <typename Function> std::shared_ptr<kept_listener<Function>> make_listener(Function function)
        {
            if (!function)
                throw Error{Status::MissingCallback, "the listener is empty"};
            return std::make_shared<kept_listener<Function>>(std::move(function));
        }

        /** Runs the listener. An exception cannot pass through C: it ends the program, as on a thread. */
        template <typename Function, typename... Arguments>
        void fire(void *listener, const Arguments &...arguments) noexcept
        {
            const auto kept = static_cast<kept_listener<Function> *>(listener)->shared_from_this();
            kept->run(arguments...);
        }
        """);
}
