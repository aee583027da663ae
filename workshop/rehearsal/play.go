package rehearsal

import (
	"context"
	"fmt"
	"time"

	"convene/workshop"
)

// play is one performance: a company in somebody's room.
type play struct {
	*Company
	host        Host
	facilitator Seat
	pace        func(time.Duration) error
	tell        func(string)
	spent       time.Duration // in the present phase

	concernAt workshop.Step // where somebody is not behind the outcome at first
	slowAt    workshop.Step // where somebody shows a hand only when the others' are shown
	minuteAt  workshop.Step // where somebody asks for one more minute
}

// Play holds the host's workshop from the gathering to its end. Pace is called before every action with the time that
// has to pass; progress is told what has happened, in a line now and then. Both are called by the goroutine that calls
// Play. It returns an error that wraps the first error of pace, or the refusal when a command was refused. Somebody else
// may lead on from there; see Attend.
func (c *Company) Play(ctx context.Context, host Host, pace func(time.Duration) error, progress func(string)) error {
	steps := shuffled(c.chance, []workshop.Step{
		workshop.StepVision, workshop.StepMeasures, workshop.StepImpact, workshop.StepResources,
	})
	p := &play{
		Company: c, host: host, facilitator: host.Facilitator(), tell: progress,
		concernAt: steps[0], slowAt: steps[1], minuteAt: steps[2],
	}
	p.pace = func(d time.Duration) error {
		p.spent += d
		return pace(d)
	}
	for {
		v := p.facilitator.View()
		if !v.Ended.IsZero() {
			return nil
		}
		if err := p.act(ctx, v.At, time.Duration(v.Clock.Box)); err != nil {
			return fmt.Errorf("rehearse %s: %w", v.At, err)
		}
	}
}

// act plays one phase and goes on to the next. A scene that is over early leaves time to talk.
func (p *play) act(ctx context.Context, at workshop.Position, box time.Duration) error {
	p.spent = 0
	if err := p.scene(ctx, at, box); err != nil {
		return err
	}
	if left := box*9/10 - p.spent; left > 0 {
		if err := p.pace(left); err != nil {
			return err
		}
	}
	if at.Phase == workshop.PhaseCanvas {
		return p.facilitator.Do(ctx, workshop.CloseWorkshop{})
	}
	return p.facilitator.Do(ctx, workshop.Advance{From: at})
}

// scene is what happens in a phase.
func (p *play) scene(ctx context.Context, at workshop.Position, box time.Duration) error {
	switch at {
	case workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseDiverge}:
		return p.propose(ctx, box)
	case workshop.Position{Step: workshop.StepName, Phase: workshop.PhaseConverge}:
		return p.chooseName(ctx, box)
	case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseDiverge}:
		return p.nominate(ctx, box)
	case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseShare}:
		return p.answer(ctx, box)
	case workshop.Position{Step: workshop.StepLeader, Phase: workshop.PhaseConverge}:
		return p.elect(ctx, box)
	}
	switch at.Phase {
	case workshop.PhaseGather:
		return p.gather(ctx, box)
	case workshop.PhaseDiverge:
		return p.write(ctx, at.Step, box)
	case workshop.PhaseShare:
		return p.read(ctx, box)
	case workshop.PhaseConverge:
		return p.converge(ctx, at.Step, box)
	case workshop.PhaseAlign:
		return p.align(ctx, at.Step, box)
	case workshop.PhaseCanvas:
		return p.close(ctx, box)
	default:
		return p.pace(box)
	}
}

// beat deals the time of a phase out over its actions: calling it lets one share pass. People keep to a time box more
// or less.
func (p *play) beat(box time.Duration, actions int) func() error {
	share := box * time.Duration(p.between(85, 105)) / 100 / time.Duration(max(1, actions))
	return func() error { return p.pace(share) }
}

// do lets a beat pass and sends a command.
func (p *play) do(ctx context.Context, beat func() error, who Seat, c workshop.Command) error {
	if err := beat(); err != nil {
		return err
	}
	return who.Do(ctx, c)
}

// anyone is the facilitator or one of the people: everybody may move notes.
func (p *play) anyone() Seat {
	if p.oneIn(4) {
		return p.facilitator
	}
	return pick(p.chance, p.people)
}
