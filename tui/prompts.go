package tui

import (
	"slices"
	"time"

	tea "charm.land/bubbletea/v2"

	"convene/workshop"
	"convene/workshop/tongue"
)

// prompts are what a facilitator has been asked by the program itself, so that nothing is asked twice.
type prompts struct {
	ripe  bool        // whether to go on, since everyone is done
	lulls []time.Time // whether the lulls since then were breaks
}

// promptDialog is a question that opens by itself, and closes by itself when there is nothing to ask any more.
type promptDialog struct {
	hush
	askDialog
	holds func(v workshop.View, now time.Time) bool
}

func (d *promptDialog) update(st stage, msg tea.Msg) action {
	if _, pressed := msg.(tea.KeyPressMsg); !pressed || !d.wakes(st) {
		return nil
	}
	return d.askDialog.update(st, msg)
}

// Until it hears keys, it names none.
func (d *promptDialog) draw(st stage) []string {
	lines := d.askDialog.draw(st)
	if !d.hears(st) {
		lines[len(lines)-1] = ""
	}
	return lines
}

// mindPrompts asks a facilitator what the clock and the group give reason to ask, when nothing else is being done.
func (a *App) mindPrompts() {
	if a.seat == nil || !facilitates(a.own) || a.own.ID == "" || a.unled() {
		return
	}
	v, now := a.own, a.now()
	a.dialogs = slices.DeleteFunc(a.dialogs, func(d dialog) bool {
		p, ok := d.(*promptDialog)
		return ok && !p.holds(v, now)
	})
	a.prompts.ripe = a.prompts.ripe && v.Ripe(now)
	if !a.idle() {
		return
	}
	st := a.stage()
	lull := func(l workshop.Lull) bool { return !slices.ContainsFunc(a.prompts.lulls, l.From.Equal) }
	lulls := v.Lulls(now)
	switch i := slices.IndexFunc(lulls, lull); {
	case i >= 0:
		a.prompts.lulls = append(a.prompts.lulls, lulls[i].From)
		a.prompt(askLull(st, lulls[i]))
	case v.Ripe(now) && !a.prompts.ripe:
		a.prompts.ripe = true
		a.prompt(askRipe(st))
	}
}

func (a *App) prompt(d *promptDialog) {
	a.dialogs = []dialog{d}
	a.lastKey = a.config.Now()
}

// askRipe asks whether to reveal what everyone has written. Nobody is cut short by it: no is the safe answer, and whoever
// goes on writing takes the question away.
func askRipe(st stage) *promptDialog {
	v := st.view
	question := st.Say("Everyone is done. Reveal the notes?")
	if v.At.Step == workshop.StepLeader {
		question = st.Say("Everyone is done. Show who was nominated?")
	}
	detail := ""
	if left := v.Clock.Remaining(st.now); left > 0 && v.Clock.Runs() {
		detail = st.Say("%s are left. Rare ideas come late: silence is not wasted.", clockWords(left))
	}
	if n := v.Readiness().Away; n > 0 {
		detail += " " + awayUndone(st.Tongue, n)
	}
	if words := capacityWords(v, st.now); words != "" {
		detail += "\n\n" + words
	}
	return &promptDialog{
		askDialog: askDialog{
			question: question, detail: detail, yes: send{command: workshop.Advance{From: v.At}},
			no: say{text: "They have the rest of the time. n goes on whenever you like.", tone: plainly},
		},
		holds: workshop.View.Ripe,
	}
}

// awayUndone says how many are away who were not done.
func awayUndone(l tongue.Tongue, n int) string {
	return l.Count(n, "%d person is away, and not done.", "%d people are away, and not done.")
}

// waitWords say to a facilitator, when everyone is done early, how long the quiet lasts until they are asked to go on;
// nothing when nobody is here to be it.
func waitWords(st stage) string {
	v := st.view
	r := v.Readiness()
	quiet := v.Agenda.Box(v.At)/2 - (v.Clock.Box - v.Clock.Remaining(st.now))
	if r.Done == 0 || r.Writing > 0 || len(present(v)) == 0 || quiet <= 0 || !facilitates(v) {
		return ""
	}
	return st.Say("everyone is done: n reveals, or wait %s, for rare ideas come late", clockWords(quiet))
}

// askLull asks whether the time in which nothing happened was a break. Either answer is final, and esc gives none: then it is
// found among the repairs.
func askLull(st stage, l workshop.Lull) *promptDialog {
	from := l.From
	return &promptDialog{
		askDialog: askDialog{
			question: st.Say("Nothing happened from %s to %s. Was that a break?", hourWords(st, from), hourWords(st, l.Until)),
			detail: st.Say("If so, those %s are not counted: the clock goes on where it was, and the promised end moves. "+
				"If you were at work, say no. esc leaves it open; r asks again.", longWords(st.Tongue, l.Takes())),
			yes: send{command: workshop.AnswerLull{From: from, Break: true}, said: "Not counted. Welcome back."},
			no:  send{command: workshop.AnswerLull{From: from}, said: "Counted as work. r shows what can give."},
		},
		holds: func(v workshop.View, now time.Time) bool {
			return slices.ContainsFunc(v.Lulls(now), func(l workshop.Lull) bool { return l.From.Equal(from) })
		},
	}
}
