package tui

import (
	"slices"

	"convene/workshop"
	"convene/workshop/text"
	"convene/workshop/tongue"
)

// occasionKinds are what communities come together for, with what each is.
func occasionKinds() []struct {
	kind       workshop.OccasionKind
	name, note string
} {
	return []struct {
		kind       workshop.OccasionKind
		name, note string
	}{
		{workshop.BrownBag, tongue.Mark("Brown bag"), tongue.Mark("one speaker, one topic")},
		{workshop.LightningTalks, tongue.Mark("Lightning talks"), tongue.Mark("everyone a few minutes")},
		{workshop.LeanCoffee, tongue.Mark("Lean coffee"), tongue.Mark("problems solved together")},
		{workshop.BookClub, tongue.Mark("Book club"), ""},
		{workshop.CodeReview, tongue.Mark("Code review"), ""},
		{workshop.Retrospective, tongue.Mark("Retrospective"), ""},
		{workshop.OtherOccasion, tongue.Mark("Something else"), ""},
	}
}

// occasionName is what a kind is called.
func occasionName(l tongue.Tongue, kind workshop.OccasionKind) string {
	for _, k := range occasionKinds() {
		if k.kind == kind {
			return l.Marked(k.name)
		}
	}
	return string(kind)
}

// occasion is one that is being noted: what it was, what about, when, and where its minutes are. A way back leads from each question to
// the one before.
type occasion struct {
	view  workshop.View
	today workshop.Day
	note  workshop.NoteOccasion
}

// noteOccasion asks what the community has held.
func noteOccasion(st stage) action {
	return occasion{view: st.view, today: st.view.Today(st.now)}.askKind()
}

func (o occasion) askKind() action {
	l := in(o.view)
	d := &pickDialog{title: tongue.Mark("What have you held?")}
	for _, k := range occasionKinds() {
		p := o
		p.note.Kind = k.kind
		d.items = append(d.items, pickItem{label: l.Marked(k.name), note: l.Marked(k.note), then: show{p.askTopic()}})
	}
	return show{d}
}

func (o occasion) askTopic() *inputDialog {
	l := in(o.view)
	d := newInputDialog(l.Say("%s: what about?", occasionName(l, o.note.Kind)), l.Say("A few words, as they will stand in the record."),
		"choose the day", o.note.Topic, func(typed string) action {
			p := o
			if p.note.Topic = text.Line(typed); p.note.Topic == "" {
				return say{text: l.Say("A word or two say enough."), tone: sorry}
			}
			if text.Len(p.note.Topic) > workshop.MaxOccasionLen {
				return refuse(workshop.ErrOccasionLong)
			}
			return p.askDay()
		})
	d.left, d.leaves = o.askKind, tongue.Mark("back")
	return d
}

func (o occasion) askDay() action {
	l := in(o.view)
	return pickDay{
		title: l.Say("When was it? %s", o.note.Topic), today: o.today, verb: l.Say("choose"),
		ahead: []dayAhead{{l.Say("today"), 0}, {l.Say("yesterday"), -1}, {l.Say("a week ago"), -7}},
		then: func(day workshop.Day, _ bool) action {
			p := o
			p.note.On = day
			return show{p.askMinutes()}
		},
		left: func() action { return show{o.askTopic()} },
	}.ask(l)
}

func (o occasion) askMinutes() *inputDialog {
	l := in(o.view)
	d := newInputDialog(l.Say("Where are the minutes?"), l.Say("An address, https://…; nothing when there are none."), "note it", o.note.Minutes,
		func(typed string) action {
			c := o.note
			c.Minutes = text.Line(typed)
			return send{command: c, said: l.Say("Noted: %s on %s.", occasionName(l, c.Kind), l.Due(c.On))}
		})
	d.left, d.leaves = o.askDay, tongue.Mark("back")
	return d
}

// strikeOccasion asks which of the events that the person may strike was noted by mistake.
func strikeOccasion(st stage) action {
	l := in(st.view)
	d := &pickDialog{title: tongue.Mark("Which event was noted by mistake?")}
	for _, o := range slices.Backward(st.view.Community.Occasions) {
		if slices.Contains(st.view.Strikes, o.ID) {
			d.items = append(d.items, pickItem{
				label: occasionName(l, o.Kind) + ": " + o.Topic, note: l.Due(o.On),
				then: send{command: workshop.StrikeOccasion{Occasion: o.ID}, said: l.Say("Struck from the record.")},
			})
		}
	}
	return show{d}
}
