package rehearsal

import (
	"context"
	"strings"
	"time"

	"convene/workshop"
)

// gather lets everyone take a seat, one after the other.
func (p *play) gather(ctx context.Context, box time.Duration) error {
	beat := p.beat(box, p.size)
	var names []string
	for {
		one, ok := p.next(p.host)
		if !ok {
			break
		}
		names = append(names, one.name)
		if err := p.do(ctx, beat, one, workshop.Join{Name: one.name}); err != nil {
			return err
		}
	}
	p.tell(p.tongue.Count(len(names), "%d person is here: %s", "%d people are here: %s", len(names), strings.Join(names, ", ")))
	return nil
}
