package tui

import (
	"fmt"
	"strings"
	"time"

	"convene/workshop"
	"convene/workshop/tongue"
)

// dueWords say how late it will be, and how late it may be.
func dueWords(st stage) string {
	l, v := st.Tongue, st.view
	ends, promised := hourWords(st, v.End(st.now)), hourWords(st, v.Promised(st.now))
	switch behind := v.Behind(st.now); {
	case behind.Minutes() > 0 && v.Agenda.Reserve() > 0:
		return l.Say("%s behind the plan, and %s in reserve. What can give?", longWords(l, behind), longWords(l, v.Agenda.Reserve()))
	case behind.Minutes() > 0:
		return l.Say("%s behind: it would end at %s instead of %s. What can give?", longWords(l, behind), ends, promised)
	default:
		return l.Say("In time: it ends at %s, and %s was promised.", ends, promised)
	}
}

// repairWords are what a repair would do.
func repairWords(st stage, o workshop.Offer) string {
	switch o.Repair {
	case workshop.SpendReserve:
		return st.Say("Spend the reserve")
	case workshop.Shorten:
		return st.Say("Shorten the rest")
	case workshop.SkipForces:
		return st.Say("Leave out step 5")
	case workshop.EndLater:
		return st.Say("Promise %s", laterWords(st, o))
	default:
		return string(o.Repair)
	}
}

// laterWords is the end that would be promised.
func laterWords(st stage, o workshop.Offer) string {
	return hourWords(st, st.view.Promised(st.now).Add(time.Duration(o.Later)))
}

// savesWords are what a repair saves, or that it only asks for more time.
func savesWords(l tongue.Tongue, o workshop.Offer) string {
	if o.Repair == workshop.EndLater {
		return "+" + longWords(l, o.Later)
	}
	return l.Say("saves %s", longWords(l, o.Saves))
}

// leavesWords are how late the group is after a repair.
func leavesWords(l tongue.Tongue, behind workshop.Span) string {
	switch n := behind.Minutes(); {
	case n > 0:
		return l.Say("%s behind", longWords(l, workshop.Minutes(n)))
	case n < 0:
		return l.Say("%s ahead", longWords(l, workshop.Minutes(-n)))
	default:
		return l.Say("in time")
	}
}

// doneWordsFor are what a repair has done, when the workshop ends now, and how to take it back.
func doneWordsFor(st stage, o workshop.Offer, ends string) string {
	switch o.Repair {
	case workshop.SpendReserve:
		return st.Say("Reserve spent: the workshop ends at %s. r, then u, takes that back.", ends)
	case workshop.Shorten:
		return st.Say("Shortened: the workshop ends at %s. r, then u, takes that back.", ends)
	case workshop.SkipForces:
		return st.Say("Step 5 left out: the workshop ends at %s. r, then u, takes that back.", ends)
	default:
		return st.Say("Promised: the workshop ends by %s. r, then u, takes that back.", laterWords(st, o))
	}
}

// takeBackWords say which repair u takes back.
func takeBackWords(l tongue.Tongue, r workshop.Repair) string {
	switch r {
	case workshop.SpendReserve:
		return l.Say("take back: reserve spent")
	case workshop.Shorten:
		return l.Say("take back: shortened")
	case workshop.SkipForces:
		return l.Say("take back: step 5 left out")
	default:
		return l.Say("take back: another end promised")
	}
}

// effectWords say what would change.
func effectWords(v workshop.View, o workshop.Offer) string {
	l := in(v)
	switch o.Repair {
	case workshop.SpendReserve:
		kept := longWords(l, v.Agenda.Reserve())
		if o.Agenda.Reserve() == 0 {
			return l.Say("Of the %s that were kept for being late, none stays.", kept)
		}
		return l.Say("Of the %s that were kept for being late, %s stay.", kept, longWords(l, o.Agenda.Reserve()))
	case workshop.SkipForces:
		return l.Say("The force field is optional: the canvas will have none.")
	case workshop.EndLater:
		words := l.Say("Nothing is cut, but everyone was promised another end. Ask the group first.")
		if v.Agenda.Reserve() > 0 {
			words += " " + l.Say("The reserve goes, too.")
		}
		return words
	default:
		return l.Say("%s minutes. The time for writing alone stays.", strings.Join(changes(v, v.Agenda, o.Agenda), ", "))
	}
}

// changes lists the blocks that would be shorter: "Measures 24 → 21".
func changes(v workshop.View, before, after workshop.Agenda) []string {
	var out []string
	for _, b := range after {
		for _, was := range before {
			if was.Step == b.Step && was.Box != b.Box {
				out = append(out, fmt.Sprintf("%s %d → %d", blockName(v, b.Step), was.Box.Minutes(), b.Box.Minutes()))
			}
		}
	}
	return out
}

// blockName is what a block of the agenda is called in a word.
func blockName(v workshop.View, s workshop.Step) string {
	switch l := in(v); s {
	case workshop.StepWelcome:
		return l.Say("Welcome")
	case workshop.StepClosing:
		return l.Say("Closing")
	case workshop.StepReserve:
		return l.Say("Reserve")
	default:
		return wordsOf(v, s).short
	}
}
