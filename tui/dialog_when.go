package tui

import (
	"convene/workshop"
	"convene/workshop/tongue"
)

// dayAhead is a day to pick, by what people call it.
type dayAhead struct {
	label string
	days  int
}

// pickDay asks for a day, from those that are usual to any that there is. Then gets what was picked; left follows from esc, and none is
// what is offered beside the days, nothing when it is empty.
type pickDay struct {
	title string
	today workshop.Day
	ahead []dayAhead
	none  string
	verb  string                                    // what choosing a day that is typed does
	then  func(day workshop.Day, typed bool) action // what is refused of a day that was typed leaves it there to be changed
	left  func() action
}

func (p pickDay) ask(l tongue.Tongue) action {
	d := &pickDialog{title: p.title, left: p.left}
	for _, a := range p.ahead {
		day := p.today.Plus(a.days)
		d.items = append(d.items, pickItem{label: a.label, note: l.Due(day), then: p.then(day, false)})
	}
	if p.none != "" {
		d.items = append(d.items, pickItem{label: p.none, then: p.then("", false)})
	}
	d.items = append(d.items, pickItem{label: l.Say("on another day"), then: show{p.typed(l)}})
	return show{d}
}

// typed asks for the day itself. What is typed stays until it is one that the rules take.
func (p pickDay) typed(l tongue.Tongue) *inputDialog {
	d := newInputDialog(p.title, l.Say("A date like %s.", p.today.Plus(21)), p.verb, "", func(typed string) action {
		day := typedDay(typed)
		if day == "" {
			return say{text: l.Say("Write the date like this: %s.", p.today.Plus(21)), tone: sorry}
		}
		return p.then(day, true)
	})
	d.leaves = tongue.Mark("back")
	d.left = func() action { return p.ask(l) }
	return d
}

// weeksAhead are whole weeks, so that they are working days as today is one.
func weeksAhead(l tongue.Tongue) []dayAhead {
	return []dayAhead{
		{l.Say("in a week"), 7}, {l.Say("in 2 weeks"), 14}, {l.Say("in a month"), 28}, {l.Say("in 2 months"), 63}, {l.Say("in 3 months"), 91},
	}
}
