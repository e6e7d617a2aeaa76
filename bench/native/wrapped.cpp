#include "wrapped.h"

#include <exception>
#include <my_timer.hpp>

using namespace twofold::my_timer;

struct wrapped {
    MyTimer timer;
    EchoRequest request;
};

wrapped *wrapped_make()
{
    try {
        return new wrapped{MyTimer::create({"bench"}), {"hello", 0}};
    } catch (const std::exception &) {
        return nullptr;
    }
}

int wrapped_echo(wrapped *self)
{
    try {
        return self->timer.echo(self->request).echoed == self->request.message;
    } catch (const std::exception &) {
        return 0;
    }
}

void wrapped_end(wrapped *self)
{
    delete self;
}
