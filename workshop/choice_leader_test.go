package workshop_test

import . "convene/workshop"

// leading is what people do about their leader, in the group's method.
func (c *chooser) leading() Command {
	if c.s.Method == Consent && !c.chance(8) {
		return c.consent()
	}
	return oneOf[Command](c,
		AcceptNomination{HasTime: true},
		AcceptNomination{HasTime: true},
		AcceptNomination{},
		DeclineNomination{},
		OpenVote{},
		OpenVote{Ranked: true},
		DrawLot{Nonce: make([]byte, 16)},
		RecordNoLeader{Reason: c.say()},
		ReopenElection{Reason: c.say()},
		DeclineLeadership{Reason: c.say()},
	)
}

// consent most often moves the proposal on that is on the table.
func (c *chooser) consent() Command {
	n := c.s.Proposal.Number
	if c.chance(20) {
		n = c.number(-1, n+1)
	}
	switch c.number(0, 15) {
	case 0, 1:
		return ProposeLeader{Person: c.person(), Terms: oneOf(c, "", c.say())}
	case 2:
		return RevealSignals{Proposal: n}
	case 3, 4:
		return ChangeNomination{From: oneOf(c, "", c.person()), To: oneOf(c, "", c.person()), Reason: c.say()}
	case 5:
		return SignalConsent{Proposal: n, Objects: true, Reason: oneOf(c, "", c.say())}
	case 6:
		return AcceptNomination{HasTime: !c.chance(4)}
	case 7:
		return oneOf[Command](c, DeclineNomination{}, RemovePerson{Person: c.person()}, RecordNoLeader{Reason: c.say()})
	default:
		if c.s.Proposal.Number == 0 && c.chance(2) {
			return ProposeLeader{Person: c.person()}
		}
		return SignalConsent{Proposal: n}
	}
}
