package rehearsal

import (
	"context"
	"time"

	"convene/workshop"
)

// align shows everyone's hands. Who is not behind the outcome is heard and looks at it once more; who is slow comes
// after the reveal.
func (p *play) align(ctx context.Context, step workshop.Step, box time.Duration) error {
	order := shuffled(p.chance, p.people)
	last := len(order) - 1
	beat := p.beat(box, len(order)+3)
	for i, who := range order {
		if i == last && step == p.slowAt {
			if err := p.do(ctx, beat, p.facilitator, workshop.RevealHands{}); err != nil {
				return err
			}
		}
		hand := workshop.ShowHand{Level: pick(p.chance, []int{3, 4, 4, 4, 5, 5})}
		if i == 0 && step == p.concernAt {
			hand = workshop.ShowHand{Level: p.between(1, 2), Concern: pick(p.chance, p.script.Concerns)}
		}
		if err := p.do(ctx, beat, who, hand); err != nil {
			return err
		}
	}
	for _, c := range p.facilitator.View().Concerns {
		if err := p.hear(ctx, c, beat); err != nil {
			return err
		}
	}
	p.tell(p.tongue.Say("%s: everyone is behind it", p.title(step)))
	return nil
}

// hear listens to a concern. It is taken up, and the person raises the hand.
func (p *play) hear(ctx context.Context, c workshop.Concern, beat func() error) error {
	for _, who := range p.people {
		if who.id != c.Person {
			continue
		}
		p.tell(p.tongue.Say("%s shows %d and is heard: %s", who.name, c.Level, c.Sentence))
		if err := beat(); err != nil {
			return err
		}
		return p.do(ctx, beat, who, workshop.ShowHand{Level: p.between(3, 4)})
	}
	return nil
}
