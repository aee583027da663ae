package rehearsal

import (
	"context"
	"slices"
	"time"

	"convene/workshop"
)

// intent is a first action that somebody in the company has in mind.
type intent struct {
	what   string
	weeks  int  // until it is done
	leader bool // it is the leader's to see to
}

// close is the end: everyone looks at the canvas, and two or three people say what they will do first.
func (p *play) close(ctx context.Context, box time.Duration) error {
	v := p.facilitator.View()
	p.tellf("The canvas of %s is finished", v.Canvas.Title)
	began := workshop.DayOf(v.Canvas.Date)
	some := slices.DeleteFunc(intents(), func(a intent) bool { return a.leader && v.Leadership.Leader == "" })
	some = shuffled(p.chance, some)[:p.between(2, 3)]
	beat := p.beat(box, len(some)+2)
	for i, who := range shuffled(p.chance, p.people)[:len(some)] {
		a, owner := some[i], who.id
		if a.leader {
			owner = v.Leadership.Leader
		}
		due := began.Plus(7 * a.weeks)
		if err := p.do(ctx, beat, who, workshop.PlanAction{What: a.what, Owner: owner, Due: due}); err != nil {
			return err
		}
		p.tellf("First, by %s: %s", due.Date().Format("Mon 2 Jan 2006"), a.what)
	}
	return nil
}
