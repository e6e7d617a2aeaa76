using System.Net;
using Twofold.Transports;

namespace Twofold.Tests.Server;

public sealed class AdmissionSpecs
{
    private static readonly PeerIdentity s_first = PeerIdentity.Of(IPEndPoint.Parse("10.0.0.1:1"), -1);
    private static readonly PeerIdentity s_second = PeerIdentity.Of(IPEndPoint.Parse("[fe80::2]:1"), -1);

    [Fact]
    public void An_address_is_the_same_peer_from_any_port_and_in_either_form()
    {
        Assert.Equal(s_first, PeerIdentity.Of(IPEndPoint.Parse("10.0.0.1:2"), -1));
        Assert.Equal(s_first, PeerIdentity.Of(IPEndPoint.Parse("[::ffff:10.0.0.1]:1"), -1));
        Assert.NotEqual(s_first, PeerIdentity.Of(IPEndPoint.Parse("10.0.0.2:1"), -1));
        Assert.NotEqual(s_first, s_second);
    }

    [Fact]
    public void Each_peer_has_the_limit_for_itself_and_gets_its_place_back_when_it_leaves()
    {
        using var admission = Admit(new AdmissionRules(maxConnections: 10, maxConnectionsPerPeer: 2));
        var served = new[] { admission.Enter(s_first), admission.Enter(s_first), admission.Enter(s_second) };
        Assert.All(served, ticket => Assert.Equal(AdmissionDecision.Serve, ticket.Decision));

        var refused = admission.Enter(s_first);
        Assert.Equal((AdmissionDecision.Reject, Status.Unavailable, "connection limit of one peer (2) reached"), Describe(refused));
        admission.Leave(refused);
        Assert.Equal(AdmissionDecision.Reject, admission.Enter(s_first).Decision);

        admission.Leave(served[0]);
        Assert.Equal(AdmissionDecision.Serve, admission.Enter(s_first).Decision);
        Assert.Equal(AdmissionDecision.Reject, admission.Enter(s_first).Decision);
    }

    [Fact]
    public void A_peer_over_its_limit_takes_no_place_from_others()
    {
        using var admission = Admit(new AdmissionRules(maxConnections: 2, maxConnectionsPerPeer: 1));
        admission.Enter(s_first);
        for (var i = 0; i < 10; i++)
            Assert.NotEqual(AdmissionDecision.Serve, admission.Enter(s_first).Decision);

        Assert.Equal(AdmissionDecision.Serve, admission.Enter(s_second).Decision);
        Assert.Equal("connection limit (2) reached", admission.Enter(s_second).Refusal!.Reason);
    }

    [Fact]
    public void Only_the_users_that_are_named_are_served_and_the_text_names_the_other()
    {
        using var admission = Admit(new AdmissionRules(maxConnections: 1, users: [0, 7]));
        Assert.Equal(
            (AdmissionDecision.Reject, Status.Unauthenticated, "user 8 may not connect: allow_uids of the server does not name it"),
            Describe(admission.Enter(new PeerIdentity(0, 0, 8))));
        Assert.Equal(Status.Unauthenticated, admission.Enter(default).Refusal!.Status);
        Assert.Equal(AdmissionDecision.Serve, admission.Enter(new PeerIdentity(0, 0, 7)).Decision);
    }

    [Fact]
    public void Of_many_that_are_refused_some_are_dropped_until_others_have_left()
    {
        using var admission = Admit(new AdmissionRules(maxConnections: 1, users: []));
        var rejected = Enumerable.Range(0, 64).Select(_ => admission.Enter(default)).ToList();
        Assert.All(rejected, ticket => Assert.Equal(AdmissionDecision.Reject, ticket.Decision));
        var dropped = admission.Enter(default);
        Assert.Equal(AdmissionDecision.Drop, dropped.Decision);
        admission.Leave(dropped);
        Assert.Equal(AdmissionDecision.Drop, admission.Enter(default).Decision);
        admission.Leave(rejected[0]);
        Assert.Equal(AdmissionDecision.Reject, admission.Enter(default).Decision);
    }

    [Theory]
    [InlineData(0, false, false)]
    [InlineData(1, false, true)]
    [InlineData(0, true, true)]
    public void The_system_is_asked_for_the_peer_only_if_a_rule_needs_it(int perPeer, bool hasUsers, bool needsIdentity) =>
        Assert.Equal(needsIdentity, new AdmissionRules(1, perPeer, hasUsers ? [] : null).NeedsIdentity);

    private static Admission Admit(AdmissionRules rules) => new(rules, () => new MemoryStream());

    private static (AdmissionDecision Decision, Status Status, string Reason) Describe(AdmissionTicket ticket) =>
        (ticket.Decision, ticket.Refusal!.Status, ticket.Refusal.Reason);
}
