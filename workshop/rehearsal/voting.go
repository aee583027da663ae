package rehearsal

import (
	"context"

	"convene/workshop"
	"convene/workshop/ballot"
)

// poll holds a vote: everyone casts a ballot, in any order, and it is closed. Mark fills in the ballots, as many as
// there are people.
func (p *play) poll(ctx context.Context, beat func() error, mark func(workshop.Vote) []ballot.Ballot) error {
	if err := p.do(ctx, beat, p.facilitator, workshop.OpenVote{}); err != nil {
		return err
	}
	v := p.facilitator.View().Vote
	ballots := mark(v)
	for i, who := range shuffled(p.chance, p.people) {
		cast := workshop.CastBallot{Vote: v.ID, Ballot: ballots[i]}
		if err := p.do(ctx, beat, who, cast); err != nil {
			return err
		}
	}
	return p.do(ctx, beat, p.facilitator, workshop.CloseVote{Vote: v.ID})
}

// each fills in a ballot for everyone by itself.
func (p *play) each(fill func() ballot.Ballot) []ballot.Ballot {
	out := make([]ballot.Ballot, len(p.people))
	for i := range out {
		out[i] = fill()
	}
	return out
}

// favour makes some options more popular than others, by listing them more often.
func (c *Company) favour(options []string) []string {
	var out []string
	for _, o := range options {
		for range c.between(1, 4) {
			out = append(out, o)
		}
	}
	return out
}

// dots puts the vote's dots on what people find most important.
func (p *play) dots(ctx context.Context, beat func() error) error {
	err := p.poll(ctx, beat, func(v workshop.Vote) []ballot.Ballot {
		popular := p.favour(v.Keys())
		return p.each(func() ballot.Ballot { return p.dotted(v, popular) })
	})
	p.tell(p.tongue.Say("How and measures: the dots are put"))
	return err
}

// dotted is a ballot with all the dots that somebody has, on what is popular.
func (c *Company) dotted(v workshop.Vote, popular []string) ballot.Ballot {
	put := make(map[string]int)
	for range v.Rule.Budget {
		put[pick(c.chance, popular)]++
	}
	var b ballot.Ballot
	for _, key := range v.Keys() {
		if put[key] > 0 {
			b = append(b, ballot.Mark{Option: key, Weight: put[key]})
		}
	}
	return b
}

// weighed is a ballot that gives each force about the strength that it has.
func (c *Company) weighed(v workshop.Vote, strength map[string]int) ballot.Ballot {
	var b ballot.Ballot
	for _, key := range v.Keys() {
		if !c.oneIn(12) {
			w := strength[key] + c.between(-1, 1)
			b = append(b, ballot.Mark{Option: key, Weight: min(max(1, w), workshop.MaxForce)})
		}
	}
	return b
}

// weigh gives each force a strength. People differ by one or so, and leave something out now and then.
func (p *play) weigh(ctx context.Context, beat func() error) error {
	err := p.poll(ctx, beat, func(v workshop.Vote) []ballot.Ballot {
		strength := make(map[string]int)
		for _, key := range v.Keys() {
			strength[key] = p.between(1, workshop.MaxForce)
		}
		return p.each(func() ballot.Ballot { return p.weighed(v, strength) })
	})
	if f := p.facilitator.View().Canvas.Forces; f != nil {
		support, slowDown := f.Sums()
		p.tell(p.tongue.Say("Force field: %d for it, %d against", support, slowDown))
	}
	return err
}
