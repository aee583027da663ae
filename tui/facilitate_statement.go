package tui

import "convene/workshop"

// writeStatement asks for the sentence of one of the step's sections.
func writeStatement(v workshop.View) action {
	ask := func(s workshop.Section) action {
		return show{newInputDialog(s.Heading()+", in one sentence", "what the group agrees on; empty takes it away", "keep", v.Sentence[s],
			func(text string) action {
				return send{command: workshop.WriteStatement{Section: s, Text: text}, said: "The statement is on the canvas."}
			})}
	}
	sections := sectionsOf(v)
	if len(sections) == 1 {
		return ask(sections[0])
	}
	d := &pickDialog{title: "Which statement?"}
	for _, s := range sections {
		d.items = append(d.items, pickItem{label: s.Heading(), note: v.Sentence[s], then: ask(s)})
	}
	return show{d}
}

// sectionsOf lists the sections of the canvas that the present step fills.
func sectionsOf(v workshop.View) []workshop.Section {
	var out []workshop.Section
	for _, s := range workshop.Sections() {
		if s.Step() == v.At.Step {
			out = append(out, s)
		}
	}
	return out
}
