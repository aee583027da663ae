package rehearsal

import (
	"context"
	"fmt"
	"strings"
	"time"

	"convene/workshop"
)

// gather lets everyone take a seat, one after the other.
func (p *play) gather(ctx context.Context, box time.Duration) error {
	beat := p.beat(box, len(p.names))
	for i, name := range p.names {
		id := workshop.PersonID(fmt.Sprintf("p%02d", i+1))
		one := person{id, name, p.host.Seat(id)}
		if err := p.do(ctx, beat, one, workshop.Join{Name: name}); err != nil {
			return err
		}
		p.people = append(p.people, one)
	}
	p.tellf("%d people are here: %s", len(p.names), strings.Join(p.names, ", "))
	return nil
}

// look is the end: everyone looks at the canvas.
func (p *play) look(box time.Duration) error {
	c := p.facilitator.View().Canvas
	p.tellf("The canvas of %s is finished", c.Title)
	return p.pace(box)
}
