package tui

import "convene/workshop"

// takePen takes the pen out for the sentence of one of the step's sections: from then on it is written before everyone's
// eyes.
func takePen(v workshop.View) action {
	take := func(s workshop.Section) action { return send{command: workshop.TakePen{Section: s}} }
	if v.Pen.Out() {
		return take(v.Pen.Section)
	}
	sections := sectionsOf(v)
	if len(sections) == 1 {
		return take(sections[0])
	}
	d := &pickDialog{title: in(v).Say("Which statement?")}
	for _, s := range sections {
		d.items = append(d.items, pickItem{label: words(v).Heading(s), note: v.Sentence[s], then: take(s)})
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
