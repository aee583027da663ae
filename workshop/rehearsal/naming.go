package rehearsal

import (
	"context"
	"slices"
	"time"

	"convene/workshop"
	"convene/workshop/ballot"
)

// propose lets everyone propose a name, some two.
func (p *play) propose(ctx context.Context, box time.Duration) error {
	names := shuffled(p.chance, p.script.Communities)
	beat := p.beat(box, len(p.people)*3/2)
	for i, who := range shuffled(p.chance, p.people) {
		some := []string{names[i%len(names)]}
		if p.oneIn(3) {
			some = append(some, names[(i+1)%len(names)])
		}
		for _, name := range some {
			if err := p.do(ctx, beat, who, workshop.WriteNote{Prompt: workshop.PromptName, Text: name}); err != nil {
				return err
			}
		}
	}
	return nil
}

// chooseName votes until there is a name: as many votes each as the workshop gives, then a runoff, and a lot when that ties.
func (p *play) chooseName(ctx context.Context, box time.Duration) error {
	beat := p.beat(box, 2*len(p.people)+4)
	if err := p.poll(ctx, beat, func(v workshop.Vote) []ballot.Ballot { return p.tied(v.Keys(), v.Rule.Budget) }); err != nil {
		return err
	}
	for p.facilitator.View().Name.Chosen == "" {
		p.tell(p.tongue.Say("The names tie: %s", labels(p.facilitator.View().Tie.Options)))
		if err := p.breakTie(ctx, beat); err != nil {
			return err
		}
	}
	name := p.facilitator.View().Name
	p.tell(p.tongue.Say("The community is called %s (%s)", name.Chosen, p.tongue.How(name.How)))
	return nil
}

// tied fills in the ballots such that two names share the lead. Each gets one vote of every other person, and both get one of the
// last when people are odd; with a single vote each, that one abstains. All other votes go to names that stay behind.
func (p *play) tied(options []string, votes int) []ballot.Ballot {
	options = shuffled(p.chance, options)
	people := len(p.people)
	lead := (people + 1) / 2
	out := make([]ballot.Ballot, people)
	for i := range out {
		out[i] = one(options[i%2])
	}
	from := people
	switch {
	case people%2 == 0:
	case votes == 1:
		from--
		out[from] = nil
	default:
		from--
		out[from] = append(out[from], ballot.Mark{Option: options[1], Weight: 1})
	}
	given := make(map[string]int)
	for i := range from * (votes - 1) {
		if len(options) == 2 {
			break
		}
		on, o := &out[i%from], pick(p.chance, options[2:])
		if given[o] < lead-1 && !slices.ContainsFunc(*on, func(m ballot.Mark) bool { return m.Option == o }) {
			given[o]++
			*on = append(*on, ballot.Mark{Option: o, Weight: 1})
		}
	}
	return out
}

// breakTie holds a runoff among the tied, or draws the lot when that has tied already.
func (p *play) breakTie(ctx context.Context, beat func() error) error {
	if !p.facilitator.View().Tie.NeedsLot() {
		return p.poll(ctx, beat, func(v workshop.Vote) []ballot.Ballot {
			return p.each(func() ballot.Ballot { return one(pick(p.chance, v.Keys())) })
		})
	}
	return p.do(ctx, beat, p.facilitator, workshop.DrawLot{})
}

// one is a ballot with a single vote.
func one(option string) ballot.Ballot { return ballot.Ballot{{Option: option, Weight: 1}} }

func labels(options []workshop.Option) string {
	out := ""
	for i, o := range options {
		if i > 0 {
			out += ", "
		}
		out += o.Label
	}
	return out
}
