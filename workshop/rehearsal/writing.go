package rehearsal

import (
	"context"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

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

// write lets everyone write alone: two to four notes per prompt, in any order.
func (p *play) write(ctx context.Context, step workshop.Step, box time.Duration) error {
	var turns []turn
	for _, prompt := range step.Prompts() {
		turns = append(turns, p.turns(prompt)...)
	}
	turns = append(turns, turn{pick(p.chance, p.people), step.Prompts()[0], pick(p.chance, offTopic())})
	turns = shuffled(p.chance, turns)
	beat := p.beat(box, len(turns)+len(p.people)+2)
	told := make(map[string]int)
	for _, t := range turns {
		text := retell(t.idea, told[t.idea])
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
	p.tellf("%s: everyone has written alone, %d notes in all", title(step), len(turns)-1)
	return nil
}

// turns are the notes for one prompt.
func (p *play) turns(prompt workshop.Prompt) []turn {
	var ideas []string
	for _, t := range pool(prompt) {
		for _, idea := range t.ideas {
			ideas = append(ideas, idea)
			p.thoughts[idea] = thought{t.title, idea}
		}
	}
	var out []turn
	for _, who := range p.people {
		for _, idea := range shuffled(p.chance, ideas)[:p.between(2, 4)] {
			out = append(out, turn{who, prompt, idea})
		}
	}
	return out
}

// retell words an idea as the n-th person who has it does: a little differently, now and then.
func retell(idea string, n int) string {
	switch n % 7 {
	case 1:
		return lowerFirst(idea)
	case 2:
		return "Maybe: " + lowerFirst(idea)
	case 3:
		return idea + " 👍"
	case 4:
		return "+1 " + idea
	case 5:
		return "Again: " + lowerFirst(idea)
	case 6:
		return idea + "…"
	default:
		return idea
	}
}

// lowerFirst begins a sentence with a small letter, unless it begins with an abbreviation.
func lowerFirst(s string) string {
	first, n := utf8.DecodeRuneInString(s)
	if second, _ := utf8.DecodeRuneInString(s[n:]); !unicode.IsLower(second) {
		return s
	}
	return strings.ToLower(string(first)) + s[n:]
}

// changeMinds lets one person word a note anew, and another take one back.
func (p *play) changeMinds(ctx context.Context, beat func() error) error {
	two := shuffled(p.chance, p.people)[:2]
	own := two[0].View().Notes
	last := own[len(own)-1]
	better := last.Text + " (first of all)"
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
	p.tellf("%s asked for one more minute", who.name)
	if err := p.facilitator.Do(ctx, workshop.AdjustClock{Minutes: 1}); err != nil {
		return err
	}
	return p.pace(time.Minute)
}
