package rehearsal

import (
	"slices"

	"convene/workshop"
)

// write lets somebody write what they have in mind, or say that they are done. Where one of them needs it, they ask for a
// minute before.
func (a *attendance) write(v workshop.View, here []person) errand {
	done := 0
	for _, p := range v.People {
		if p.Done {
			done++
		}
	}
	for _, one := range here {
		me := presence(v, one.id)
		if me.Done {
			continue
		}
		for _, prompt := range shuffled(a.chance, v.At.Step.Prompts()) {
			if idea := a.idea(one, prompt); idea != "" {
				return errand{one, workshop.WriteNote{Prompt: prompt, Text: idea}}
			}
		}
		if v.At.Step == a.minuteAt && done*2 >= len(here) {
			a.minuteAt = ""
			return errand{one, workshop.AskMinute{}}
		}
		return errand{one, workshop.DeclareDone{Done: true}}
	}
	return errand{}
}

// idea is what somebody writes next for a prompt; empty when they have written enough.
func (a *attendance) idea(one person, prompt workshop.Prompt) string {
	w := wish{one.id, prompt}
	if a.wanted[w] == 0 {
		a.wanted[w] = a.notes()
		if prompt == workshop.PromptName {
			a.wanted[w] = a.between(1, 2)
		}
	}
	var had []string
	for _, n := range one.View().Notes {
		if n.Prompt == prompt {
			had = append(had, a.thoughts[n.Text].idea)
		}
	}
	if len(had) >= a.wanted[w] {
		return ""
	}
	if prompt == workshop.PromptName {
		return pick(a.chance, a.script.Communities)
	}
	if a.oneIn(20) {
		return a.say(thought{idea: pick(a.chance, a.script.OffTopic)})
	}
	return a.say(pick(a.chance, a.fresh(prompt, had)))
}

// fresh are the thoughts for a prompt that somebody has not had yet, those that the fewest have written.
func (a *attendance) fresh(prompt workshop.Prompt, had []string) []thought {
	var out []thought
	for _, t := range a.script.Themes[prompt] {
		for _, idea := range t.Ideas {
			switch told := a.told[idea]; {
			case slices.Contains(had, idea) || len(out) > 0 && told > a.told[out[0].idea]:
				continue
			case len(out) > 0 && told < a.told[out[0].idea]:
				out = out[:0]
			}
			out = append(out, thought{t.Title, idea})
		}
	}
	return out
}

// say words a thought as whoever has it now does.
func (a *attendance) say(t thought) string {
	text := a.script.Retell(t.idea, a.told[t.idea])
	a.told[t.idea]++
	a.thoughts[text] = t
	return text
}

// propose lets everyone nominate somebody, and be done.
func (a *attendance) propose(here []person) errand {
	some := a.present()
	some = some[:min(favourites, len(some))]
	for _, one := range here {
		v := one.View()
		if len(v.Nominations) == 0 {
			whom, reason := pick(a.chance, some), pick(a.chance, a.script.Reasons)
			if whom.id == one.id {
				reason = pick(a.chance, a.script.Hopes)
			}
			return errand{one, workshop.Nominate{Person: whom.id, Reason: reason}}
		}
		if !presence(v, one.id).Done {
			return errand{one, workshop.DeclareDone{Done: true}}
		}
	}
	return errand{}
}
