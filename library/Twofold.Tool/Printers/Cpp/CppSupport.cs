using Twofold.Generator.Model;

namespace Twofold.Bindings;

/// <summary>Prints what every wrapper has: errors and outcomes in front, and what the calls are made with behind.</summary>
internal static class CppSupport
{
    public static string Outcomes(LibraryModel library) =>
        $$"""
        /** How a call ended. */
        enum class Status : std::int32_t {
            Ok = 0,              /**< It succeeded. */
            Error = 1,           /**< The method failed; the message is its own. */
            MissingCallback = 2, /**< The callback or listener is empty. */
            Progress = 3,        /**< Not an end: the call goes on. */
            InvalidArgument = 4, /**< An argument cannot be read; the message names it. */
            InvalidHandle = 5,   /**< The object was moved from, destroyed, or its maker was. */
            UnknownMethod = 6,   /**< No method has this name. */
            TooLarge = 7,        /**< A length is over its limit. */
            Cancelled = 8,       /**< Destroyed or cancelled before it ended. */
            Unavailable = 9,     /**< The server cannot take the call, or cannot start. */
            Internal = 10,       /**< The method failed unforeseen; the message names the exception. */
        };

        /** The status's name, for example "INVALID_ARGUMENT". */
        inline const char *to_string(Status status) noexcept
        {
            return ::{{library.Name}}_status_name(static_cast<::{{library.Name}}_status>(status));
        }

        /** A call that failed; what() is the library's message. */
        class Error : public std::runtime_error {
        public:
            Error(Status status, const std::string &message) : std::runtime_error{message}, status_{status} {}

            Status status() const noexcept { return status_; }

        private:
            Status status_;
        };

        /** What a call that does not block comes to: a value, or an error. */
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
        """;

    public static string Details(LibraryModel library) =>
        $$"""
        /** Keeps what C structs point to for as long as a call borrows them. */
        class Loan {
        public:
            template <typename T> const T *keep(T value)
            {
                auto kept = std::make_shared<const T>(std::move(value));
                kept_.push_back(kept);
                return kept.get();
            }

            /** An array with what each item makes; never null. */
            template <typename List, typename Make> auto list(const List &items, Make make)
            {
                using T = std::decay_t<decltype(make(*items.begin()))>;
                std::shared_ptr<T> kept(new T[items.size() + 1]{}, std::default_delete<T[]>{});
                std::transform(items.begin(), items.end(), kept.get(), make);
                kept_.push_back(kept);
                return static_cast<const T *>(kept.get());
            }

            const char *text(std::string_view text, const char *name);

            /** One level of a record that contains itself; a deep or circular one ends in an error, not in the stack. */
            class Level {
            public:
                explicit Level(Loan &loan) : levels_{loan.levels_}
                {
                    if (levels_ == 1000)
                        throw Error{Status::InvalidArgument, "a record contains itself more than 1000 levels deep"};
                    levels_++;
                }
                Level(const Level &) = delete;
                Level &operator=(const Level &) = delete;
                ~Level() { levels_--; }

            private:
                int &levels_;
            };

        private:
            std::vector<std::shared_ptr<const void>> kept_;
            int levels_ = 0;
        };

        /** The address of an argument, which lives as long as the call that it is for. */
        template <typename T> const T *borrow(const T &argument)
        {
            return &argument;
        }

        /** The text as C has it: up to a NUL, so that there can be none within. */
        inline const char *c_text(const std::string &text, const char *name)
        {
            if (text.find('\0') != std::string::npos)
                throw Error{Status::InvalidArgument, std::string{name} + ": a C string cannot carry U+0000"};
            return text.c_str();
        }

        inline const char *Loan::text(std::string_view text, const char *name)
        {
            return c_text(*keep(std::string{text}), name);
        }

        /** An address for what is there but empty: NULL stands for what is not there. */
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

        inline void check(::{{library.Name}}_status status)
        {
            if (status != {{library.Name.ToUpperInvariant()}}_OK)
                throw Error{static_cast<Status>(status), ::{{library.Name}}_last_error()};
        }

        /** A text that the library has made for the caller. */
        inline std::string take_text(char *text)
        {
            const std::unique_ptr<char, End> owner{text};
            return std::string{text};
        }

        /** A struct that the library fills for the caller, freed in the end. */
        template <typename T> class Reply {
        public:
            explicit Reply(void (*free)(T *)) : free_{free} {}
            Reply(const Reply &) = delete;
            Reply &operator=(const Reply &) = delete;
            ~Reply() { free_(&value); }

            T value{};

        private:
            void (*free_)(T *);
        };

        template <typename T> using Callback = std::function<void(Outcome<T>)>;

        /** Makes a call whose callback gets the address of ours, which finish() takes back. */
        template <typename T, typename Call> void start(Callback<T> callback, Call call)
        {
            if (!callback)
                throw Error{Status::MissingCallback, "the callback is empty"};
            auto kept = std::make_unique<Callback<T>>(std::move(callback));
            check(call(kept.get()));
            static_cast<void>(kept.release());
        }

        /** Runs the callback, once. What it throws cannot pass through C, and ends the program as on a thread. */
        template <typename T, typename Take>
        void finish(void *call, ::{{library.Name}}_status status, const char *error, Take take) noexcept
        {
            const std::unique_ptr<Callback<T>> callback{static_cast<Callback<T> *>(call)};
            if (status != {{library.Name.ToUpperInvariant()}}_OK)
                return (*callback)(Error{static_cast<Status>(status), error});
            if constexpr (std::is_void_v<T>)
                (*callback)(std::monostate{});
            else
                (*callback)(take());
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

        /** A listener, which stays while it runs, even if it ends its own subscription. */
        template <typename Function> struct Listener : std::enable_shared_from_this<Listener<Function>> {
            explicit Listener(Function function) : run{std::move(function)} {}

            Function run;
        };

        template <typename Function> std::shared_ptr<Listener<Function>> listener(Function function)
        {
            if (!function)
                throw Error{Status::MissingCallback, "the listener is empty"};
            return std::make_shared<Listener<Function>>(std::move(function));
        }

        /** Runs the listener. What it throws cannot pass through C, and ends the program as on a thread. */
        template <typename Function, typename... Arguments>
        void fire(void *listener, const Arguments &...arguments) noexcept
        {
            const auto kept = static_cast<Listener<Function> *>(listener)->shared_from_this();
            kept->run(arguments...);
        }
        """;
}
