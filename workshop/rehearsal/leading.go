package rehearsal

import (
	"context"
	"time"

	"convene/workshop"
	"convene/workshop/ballot"
)

// favourites is how many people are nominated.
const favourites = 4

// nominate lets everyone propose somebody with a reason; some propose themselves. One changes their mind.
func (p *play) nominate(ctx context.Context, box time.Duration) error {
	some := shuffled(p.chance, p.people)[:favourites]
	beat := p.beat(box, len(p.people)+2)
	for i, who := range shuffled(p.chance, p.people) {
		if i == 0 {
			wrong := workshop.Nominate{Person: pick(p.chance, p.people).id, Reason: p.script.Hasty}
			if err := p.do(ctx, beat, who, wrong); err != nil {
				return err
			}
			if err := p.do(ctx, beat, who, workshop.WithdrawNomination{Person: wrong.Person}); err != nil {
				return err
			}
		}
		whom := some[i%favourites]
		reason := pick(p.chance, p.script.Reasons)
		if whom.id == who.id {
			reason = pick(p.chance, p.script.Hopes)
		}
		if err := p.do(ctx, beat, who, workshop.Nominate{Person: whom.id, Reason: reason}); err != nil {
			return err
		}
	}
	return nil
}

// answer lets those who are nominated say whether they would do it. One declines, two or three accept; seldom only one
// has the time.
func (p *play) answer(ctx context.Context, box time.Duration) error {
	nominees := shuffled(p.chance, p.facilitator.View().Nominees)
	accepting := p.between(2, 3)
	if p.oneIn(8) {
		accepting = 1
	}
	beat := p.beat(box, len(nominees))
	for i, n := range nominees {
		var says workshop.Command = workshop.DeclineNomination{}
		if i > 0 && i <= accepting {
			says = workshop.AcceptNomination{HasTime: true}
			p.tell(p.tongue.Say("%s would lead, and has the time", n.Name))
		}
		if err := p.do(ctx, beat, p.seatOf(n.ID), says); err != nil {
			return err
		}
	}
	return nil
}

func (p *play) seatOf(id workshop.PersonID) Seat {
	for _, who := range p.people {
		if who.id == id {
			return who
		}
	}
	return p.facilitator
}

// elect votes until there is an outcome. A single candidate who is not confirmed leaves the community without a leader
// for now.
func (p *play) elect(ctx context.Context, box time.Duration) error {
	beat := p.beat(box, 2*len(p.people)+4)
	if err := p.poll(ctx, beat, p.preferences); err != nil {
		return err
	}
	for !p.facilitator.View().Leadership.Decided() {
		tie := p.facilitator.View().Tie
		if tie.Vote == 0 {
			p.tell(p.tongue.Say("There is no leader yet"))
			return p.do(ctx, beat, p.facilitator, workshop.RecordNoLeader{Reason: p.script.NoLeader})
		}
		p.tell(p.tongue.Say("Nobody has a majority; what remains: %s", labels(tie.Options)))
		if err := p.breakTie(ctx, beat); err != nil {
			return err
		}
	}
	v := p.facilitator.View()
	p.tell(p.tongue.Say("%s leads the community (%s)", v.Canvas.Leader, p.tongue.How(v.Leadership.How)))
	return nil
}

// preferences are ballots of an election: some candidates are more popular, and a few people leave it blank.
func (p *play) preferences(v workshop.Vote) []ballot.Ballot {
	popular := p.favour(v.Keys())
	return p.each(func() ballot.Ballot {
		if p.oneIn(15) {
			return nil
		}
		return one(pick(p.chance, popular))
	})
}
