package rehearsal

import (
	"context"
	"slices"
	"time"

	"convene/workshop"
)

// turn is one note that somebody will write.
type turn struct {
	who    person
	prompt workshop.Prompt
	idea   string
}

// thought is what is behind the text of a note: an idea, and its theme. What is off topic has no theme.
type thought struct{ theme, idea string }

// write lets everyone write alone, in any order. One thing is off topic, and one has been thought by two people.
func (p *play) write(ctx context.Context, step workshop.Step, box time.Duration) error {
	var turns []turn
	for _, prompt := range step.Prompts() {
		turns = append(turns, p.turns(prompt)...)
	}
	aside := turn{pick(p.chance, p.people), step.Prompts()[0], pick(p.chance, p.script.OffTopic)}
	turns = append(turns, aside, p.repeat(turns))
	turns = shuffled(p.chance, turns)
	beat := p.beat(box, len(turns)+len(p.people)+2)
	told := make(map[string]int)
	for _, t := range turns {
		text := p.script.Retell(t.idea, told[t.idea])
		told[t.idea]++
		p.thoughts[text] = thought{p.thoughts[t.idea].theme, t.idea}
		if err := p.do(ctx, beat, t.who, workshop.WriteNote{Prompt: t.prompt, Text: text}); err != nil {
			return err
		}
	}
	if err := p.changeMinds(ctx, beat); err != nil {
		return err
	}
	if step == p.minuteAt {
		if err := p.oneMoreMinute(ctx, beat); err != nil {
			return err
		}
	}
	for _, one := range shuffled(p.chance, p.people) {
		if err := p.do(ctx, beat, one, workshop.DeclareDone{Done: true}); err != nil {
			return err
		}
	}
	written := len(turns) - 1 // one was taken back
	p.tell(p.tongue.Count(written, "%s: everyone has written alone, %d note in all",
		"%s: everyone has written alone, %d notes in all", p.title(step), written))
	return nil
}

// notes is how many notes somebody writes for a prompt. In a small group everyone writes more, so that a wall fills, and in a
// large one not everyone has to.
func (c *Company) notes() int {
	const few = 8
	if c.size <= few {
		return c.between(2, 4)
	}
	return c.between(1, 3)
}

// turns are the notes for one prompt. The ideas are dealt like cards: none comes again before all have come, and then nobody has
// more than one.
func (p *play) turns(prompt workshop.Prompt) []turn {
	var ideas []string
	for _, t := range p.script.Themes[prompt] {
		for _, idea := range t.Ideas {
			ideas = append(ideas, idea)
			p.thoughts[idea] = thought{t.Title, idea}
		}
	}
	var out []turn
	deck := shuffled(p.chance, ideas)
	for _, who := range p.people {
		n := min(p.notes(), max(1, len(ideas)-len(out)))
		if len(deck) < n {
			deck = shuffled(p.chance, ideas)
		}
		for _, idea := range deck[:n] {
			out = append(out, turn{who, prompt, idea})
		}
		deck = deck[n:]
	}
	return out
}

// repeat is one more turn with an idea that one person has had, of another one; where all ideas have come again already, with any.
func (p *play) repeat(turns []turn) turn {
	had := make(map[string]int)
	for _, t := range turns {
		had[t.idea]++
	}
	all := shuffled(p.chance, turns)
	t := all[max(0, slices.IndexFunc(all, func(t turn) bool { return had[t.idea] == 1 }))]
	for _, who := range shuffled(p.chance, p.people) {
		theirs := func(other turn) bool { return other.who.id == who.id && other.idea == t.idea }
		if !slices.ContainsFunc(turns, theirs) {
			t.who = who
			break
		}
	}
	return t
}

// changeMinds lets one person word a note anew, and another take one back.
func (p *play) changeMinds(ctx context.Context, beat func() error) error {
	two := shuffled(p.chance, p.people)[:2]
	own := two[0].View().Notes
	last := own[len(own)-1]
	better := p.script.First(last.Text)
	p.thoughts[better] = p.thoughts[last.Text]
	if err := p.do(ctx, beat, two[0], workshop.RewordNote{Note: last.ID, Text: better}); err != nil {
		return err
	}
	return p.do(ctx, beat, two[1], workshop.WithdrawNote{Note: two[1].View().Notes[0].ID})
}

// oneMoreMinute is asked for, and given.
func (p *play) oneMoreMinute(ctx context.Context, beat func() error) error {
	who := pick(p.chance, p.people)
	if err := p.do(ctx, beat, who, workshop.AskMinute{}); err != nil {
		return err
	}
	p.tell(p.tongue.Say("%s asked for one more minute", who.name))
	if err := p.facilitator.Do(ctx, workshop.AdjustClock{Minutes: 1}); err != nil {
		return err
	}
	return p.pace(time.Minute)
}
