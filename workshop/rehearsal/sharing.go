package rehearsal

import (
	"context"
	"time"

	"convene/workshop"
)

// spotlights is how many notes the facilitator shows large while the group reads.
const spotlights = 3

// read lets the group read the wall while the spotlight wanders over some notes.
func (p *play) read(ctx context.Context, box time.Duration) error {
	var cards []workshop.Card
	for _, c := range p.facilitator.View().Columns {
		cards = append(cards, c.Lone...)
	}
	cards = shuffled(p.chance, cards)
	cards = cards[:min(spotlights, len(cards))]
	beat := p.beat(box, len(cards)+1)
	for _, c := range cards {
		on := workshop.PutSpotlight{On: workshop.Spot{Note: c.ID}}
		if err := p.do(ctx, beat, p.facilitator, on); err != nil {
			return err
		}
	}
	return beat()
}

// title is what a step is called when progress is told.
func title(s workshop.Step) string {
	switch s {
	case workshop.StepVision:
		return "Vision and importance"
	case workshop.StepMeasures:
		return "How and measures"
	case workshop.StepImpact:
		return "Impact"
	case workshop.StepResources:
		return "Resources and communication"
	case workshop.StepForces:
		return "Force field"
	default:
		return string(s)
	}
}
