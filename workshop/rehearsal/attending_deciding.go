package rehearsal

import (
	"slices"

	"convene/workshop"
	"convene/workshop/ballot"
)

// show lets everyone show a hand. Now and then one of them is not behind the outcome, is heard once all hands are shown, and then
// is.
func (a *attendance) show(v workshop.View, here []person) errand {
	doubts, known := a.doubts[v.At.Step]
	if !known {
		doubts = a.oneIn(3)
	}
	for _, one := range here {
		me := presence(v, one.id)
		switch {
		case !me.Showed && doubts:
			a.doubts[v.At.Step] = false
			return errand{one, workshop.ShowHand{Level: a.between(1, 2), Concern: pick(a.chance, a.script.Concerns)}}
		case !me.Showed:
			a.doubts[v.At.Step] = false
			return errand{one, workshop.ShowHand{Level: pick(a.chance, []int{3, 4, 4, 4, 5, 5})}}
		case v.HandsShown && me.Hand.Level < workshop.Support && a.heard(one.id):
			return errand{one, workshop.ShowHand{Level: a.between(3, 4)}}
		}
	}
	return errand{}
}

// vote lets somebody vote who has not yet.
func (a *attendance) vote(v workshop.Vote, here []person) errand {
	for _, one := range here {
		if slices.Contains(v.Electorate, one.id) && !v.HasVoted(one.id) {
			return errand{one, workshop.CastBallot{Vote: v.ID, Ballot: a.mark(v)}}
		}
	}
	return errand{}
}

// mark fills in a ballot, whatever the vote is for.
func (a *attendance) mark(v workshop.Vote) ballot.Ballot {
	if a.popular[v.ID] == nil {
		a.popular[v.ID] = a.favour(v.Keys())
	}
	popular := a.popular[v.ID]
	switch {
	case v.Purpose == workshop.Dots:
		return a.dotted(v, popular)
	case v.Purpose == workshop.Strengths:
		for _, key := range v.Keys() {
			if a.strength[key] == 0 {
				a.strength[key] = a.between(1, workshop.MaxForce)
			}
		}
		return a.weighed(v, a.strength)
	case a.oneIn(15):
		return nil
	case v.Rule.Ranked:
		return a.some(popular, v.Rule.PerOption, func(place int) int { return place })
	default:
		return a.some(popular, max(1, v.Rule.Budget), func(int) int { return 1 })
	}
}

// some marks up to so many different options, the more popular ones rather.
func (a *attendance) some(popular []string, most int, weight func(place int) int) ballot.Ballot {
	var out ballot.Ballot
	for _, key := range shuffled(a.chance, popular) {
		if len(out) == most {
			break
		}
		if !slices.ContainsFunc(out, func(m ballot.Mark) bool { return m.Option == key }) {
			out = append(out, ballot.Mark{Option: key, Weight: weight(len(out) + 1)})
		}
	}
	return out
}

// stand lets those who were nominated say whether they would do it: about every third declines, and never all.
func (a *attendance) stand(v workshop.View, here []person) errand {
	if v.Leadership.Decided() || v.Tie.Vote != 0 {
		return errand{}
	}
	accepted, open := 0, 0
	for _, n := range v.Nominees {
		switch {
		case n.Accepted:
			accepted++
		case !n.Declined:
			open++
		}
	}
	for _, one := range here {
		i := slices.IndexFunc(v.Nominees, func(n workshop.Nominee) bool { return n.ID == one.id })
		if i < 0 || v.Nominees[i].Accepted || v.Nominees[i].Declined {
			continue
		}
		if accepted+open > 1 && a.oneIn(3) {
			return errand{one, workshop.DeclineNomination{}}
		}
		return errand{one, workshop.AcceptNomination{HasTime: true}}
	}
	return errand{}
}

// consent lets everyone answer the proposal that is on the table. One of them objects to the first, and consents once the
// objection was before everyone for a while. Whoever is proposed is asked last, and says yes.
func (a *attendance) consent(v workshop.View, here []person) errand {
	on := v.Proposal
	if on.Number == 0 || v.Leadership.Decided() {
		return errand{}
	}
	for _, one := range here {
		me := presence(v, one.id)
		switch {
		case one.id == on.Person && v.Answers.Reached():
			return errand{one, workshop.AcceptNomination{HasTime: true}}
		case one.id == on.Person:
			continue
		case !me.Signalled && !a.opposed:
			a.opposed = true
			return errand{one, workshop.SignalConsent{Proposal: on.Number, Objects: true, Reason: pick(a.chance, a.script.Objections)}}
		case !me.Signalled, v.Answers.Revealed && me.Signal.Objects && a.heard(one.id):
			return errand{one, workshop.SignalConsent{Proposal: on.Number}}
		}
	}
	return errand{}
}
