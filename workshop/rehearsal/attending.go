package rehearsal

import (
	"context"
	"errors"
	"slices"
	"time"

	"convene/workshop"
)

// attendance is a company that takes part in what somebody else leads.
type attendance struct {
	*Company
	host  Host
	leads Seat // only looked through

	told     map[string]int               // how often an idea was written, by the idea
	wanted   map[wish]int                 // how many notes somebody has in mind
	minuteAt workshop.Step                // where somebody asks for one more minute
	doubts   map[workshop.Step]bool       // whether somebody is not behind the outcome at first
	popular  map[workshop.VoteID][]string // the options of a vote, those that people like more often
	strength map[string]int               // how strong people find a force, more or less
	listened map[workshop.PersonID]int    // for how many beats a concern, or an objection, has been before everyone
	opposed  bool                         // somebody has objected to a proposal already
	intends  int                          // how many first actions they have in mind
}

// wish is what somebody would like to write about.
type wish struct {
	who    workshop.PersonID
	prompt workshop.Prompt
}

// errand is what one of the company does next; nobody does anything when its command is nil.
type errand struct {
	who     person
	command workshop.Command
}

// Attend lets the company take part while somebody else facilitates: they come, write, cluster, show hands, vote, answer and
// plan as the present phase asks for it, and leave every facilitator's decision to whoever leads. It goes on from wherever the
// workshop is, also where Play has ended early, and returns nil once the workshop is closed.
//
// Pace is called before everything that somebody does, with the time that this takes; its first error ends it. A command may
// be refused, since whoever leads can have moved on meanwhile: refused is called with why, and an error that it returns ends it
// too. All are called by the goroutine that calls Attend.
func (c *Company) Attend(ctx context.Context, host Host, pace func(time.Duration) error, refused func(error) error) error {
	a := &attendance{
		Company: c, host: host, leads: host.Facilitator(),
		told: make(map[string]int), wanted: make(map[wish]int), doubts: make(map[workshop.Step]bool),
		popular: make(map[workshop.VoteID][]string), strength: make(map[string]int), listened: make(map[workshop.PersonID]int),
		minuteAt: pick(c.chance, []workshop.Step{
			workshop.StepVision, workshop.StepMeasures, workshop.StepImpact, workshop.StepResources,
		}),
	}
	for {
		if err := pace(a.tempo(a.leads.View())); err != nil {
			return err
		}
		v := a.leads.View()
		if !v.Ended.IsZero() {
			return nil
		}
		e := a.next(v)
		if e.command == nil {
			continue
		}
		if err := e.who.Do(ctx, e.command); err != nil {
			if errors.Is(err, workshop.ErrNameTaken) {
				a.rename(e.who.id, a.leads.View())
			}
			if err := refused(err); err != nil {
				return err
			}
		}
	}
}

// tempo is how long it takes until somebody does something. Writing takes each of them about so long, together or alone.
func (a *attendance) tempo(v workshop.View) time.Duration {
	const perNote = 40 * time.Second
	switch {
	case v.Break.On():
		return 10 * time.Second
	case v.Vote.ID != 0, v.At.Phase == workshop.PhaseAlign:
		return time.Duration(a.between(2, 4)) * time.Second
	case v.At.Phase == workshop.PhaseDiverge:
		return perNote * time.Duration(a.between(75, 125)) / 100 / time.Duration(max(1, len(a.people)))
	default:
		return time.Duration(a.between(3, 6)) * time.Second
	}
}

// next is what the present phase asks of somebody. Whoever is not here yet comes first.
func (a *attendance) next(v workshop.View) errand {
	if v.Break.On() {
		return errand{}
	}
	if e := a.arrive(v); e.command != nil {
		return e
	}
	here := a.here()
	switch {
	case len(here) == 0:
		return errand{}
	case v.Vote.ID != 0:
		return a.vote(v.Vote, here)
	}
	switch at := v.At; {
	case at.Phase == workshop.PhaseDiverge && at.Step == workshop.StepLeader:
		return a.propose(here)
	case at.Phase == workshop.PhaseDiverge:
		return a.write(v, here)
	case at.Step == workshop.StepLeader && v.Method == workshop.Consent:
		return a.consent(v, here)
	case at.Step == workshop.StepLeader:
		return a.stand(v, here)
	case v.Pen.Out():
		return a.word(v, here)
	case at.Phase == workshop.PhaseAlign:
		return a.show(v, here)
	case at.Phase == workshop.PhaseConverge && at.Step != workshop.StepName:
		return a.sort(v, here)
	case at.Phase == workshop.PhaseCanvas:
		return a.plan(v, here)
	default:
		return errand{}
	}
}

// arrive lets the next one come, and those in again who waited at the door when it was unlocked.
func (a *attendance) arrive(v workshop.View) errand {
	for _, one := range a.people {
		standing := one.View().Standing
		if standing == workshop.Outside || standing == workshop.Knocking && !v.Locked {
			return errand{one, workshop.Join{Name: one.name}}
		}
	}
	one, ok := a.Company.next(a.host)
	if !ok {
		return errand{}
	}
	return errand{one, workshop.Join{Name: one.name}}
}

// here are those who have a seat and take part, in any order.
func (a *attendance) here() []person {
	return shuffled(a.chance, a.present())
}

// present are they in the order in which they have come.
func (a *attendance) present() []person {
	return slices.DeleteFunc(slices.Clone(a.people), func(p person) bool { return p.View().MyRole != workshop.Participant })
}

// presence is how everyone sees one of the company.
func presence(v workshop.View, who workshop.PersonID) workshop.Presence {
	for _, p := range v.People {
		if p.ID == who {
			return p
		}
	}
	return workshop.Presence{}
}

// heard says whether somebody's concern has been before everyone long enough to be taken up.
func (a *attendance) heard(who workshop.PersonID) bool {
	const beats = 5
	a.listened[who]++
	if a.listened[who] < beats {
		return false
	}
	delete(a.listened, who)
	return true
}
