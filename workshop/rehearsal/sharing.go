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
func (p *play) title(s workshop.Step) string {
	switch s {
	case workshop.StepVision:
		return p.tongue.Say("Vision and importance")
	case workshop.StepMeasures:
		return p.tongue.Say("How and measures")
	case workshop.StepImpact:
		return p.tongue.Say("Impact")
	case workshop.StepResources:
		return p.tongue.Say("Resources and communication")
	case workshop.StepForces:
		return p.tongue.Say("Force field")
	default:
		return string(s)
	}
}
