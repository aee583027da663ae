package rehearsal

import (
	"context"
	"slices"
	"time"

	"convene/workshop"
	"convene/workshop/rehearsal/script"
)

// close is the end: everyone looks at the canvas, and two or three people say what they will do first.
func (p *play) close(ctx context.Context, box time.Duration) error {
	v := p.facilitator.View()
	p.tell(p.tongue.Say("The canvas of %s is finished", v.Canvas.Title))
	began := workshop.DayOf(v.Canvas.Date)
	idle := func(a script.Intent) bool { return a.Leader && v.Leadership.Leader == "" }
	some := slices.DeleteFunc(slices.Clone(p.script.Intents), idle)
	some = shuffled(p.chance, some)[:p.between(2, 3)]
	beat := p.beat(box, len(some)+2)
	for i, who := range shuffled(p.chance, p.people)[:len(some)] {
		a, owner := some[i], who.id
		if a.Leader {
			owner = v.Leadership.Leader
		}
		due := began.Plus(7 * a.Weeks)
		if err := p.do(ctx, beat, who, workshop.PlanAction{What: a.What, Owner: owner, Due: due}); err != nil {
			return err
		}
		p.tell(p.tongue.Say("First, by %s: %s", p.tongue.Due(due), a.What))
	}
	return nil
}
