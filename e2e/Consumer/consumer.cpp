// The same through the wrapper.
#include <iostream>
#include <my_timer.hpp>

int main()
{
    auto timer = twofold::my_timer::MyTimer::create({"consumer"});
    const auto reply = timer.echo({"hello"});
    std::cout << reply.echoed << " from " << reply.timer_name << '\n';
}
