package tui

import (
	"fmt"
	"strings"
	"time"

	"convene/workshop"
)

// dueWords say how late it will be, and how late it may be.
func dueWords(st stage) string {
	v := st.view
	ends, promised := hourWords(st, v.End(st.now)), hourWords(st, v.Promised(st.now))
	switch behind := v.Behind(st.now); {
	case behind.Minutes() > 0 && v.Agenda.Reserve() > 0:
		return fmt.Sprintf("%s behind the plan, and %s in reserve. What can give?", longWords(behind), longWords(v.Agenda.Reserve()))
	case behind.Minutes() > 0:
		return fmt.Sprintf("%s behind: it would end at %s instead of %s. What can give?", longWords(behind), ends, promised)
	default:
		return fmt.Sprintf("In time: it ends at %s, and %s was promised.", ends, promised)
	}
}

// repairWords are what a repair would do.
func repairWords(st stage, o workshop.Offer) string {
	switch o.Repair {
	case workshop.SpendReserve:
		return "Spend the reserve"
	case workshop.Shorten:
		return "Shorten the rest"
	case workshop.SkipForces:
		return "Leave out step 5"
	case workshop.EndLater:
		return "Promise " + laterWords(st, o)
	default:
		return string(o.Repair)
	}
}

// laterWords is the end that would be promised.
func laterWords(st stage, o workshop.Offer) string {
	return hourWords(st, st.view.Promised(st.now).Add(time.Duration(o.Later)))
}

// savesWords are what a repair saves, or that it only asks for more time.
func savesWords(o workshop.Offer) string {
	if o.Repair == workshop.EndLater {
		return "+" + longWords(o.Later)
	}
	return "saves " + longWords(o.Saves)
}

// leavesWords are how late the group is after a repair.
func leavesWords(behind workshop.Span) string {
	switch n := behind.Minutes(); {
	case n > 0:
		return longWords(workshop.Minutes(n)) + " behind"
	case n < 0:
		return longWords(workshop.Minutes(-n)) + " ahead"
	default:
		return "in time"
	}
}

// doneWordsFor are what a repair has done, and when the workshop ends now.
func doneWordsFor(st stage, o workshop.Offer, ends string) string {
	if o.Repair == workshop.EndLater {
		return "Promised: the workshop ends by " + laterWords(st, o)
	}
	return fmt.Sprintf("%s: the workshop ends at %s", repairedWords(o.Repair), ends)
}

// repairedWords are what a repair has done.
func repairedWords(r workshop.Repair) string {
	switch r {
	case workshop.SpendReserve:
		return "Reserve spent"
	case workshop.Shorten:
		return "Shortened"
	case workshop.SkipForces:
		return "Step 5 left out"
	case workshop.EndLater:
		return "Another end promised"
	default:
		return string(r)
	}
}

// effectWords say what would change.
func effectWords(v workshop.View, o workshop.Offer) string {
	switch o.Repair {
	case workshop.SpendReserve:
		stays := longWords(o.Agenda.Reserve()) + " stay"
		if o.Agenda.Reserve() == 0 {
			stays = "none stays"
		}
		return fmt.Sprintf("Of the %s that were kept for being late, %s.", longWords(v.Agenda.Reserve()), stays)
	case workshop.SkipForces:
		return "The force field is optional: the canvas will have none."
	case workshop.EndLater:
		words := "Nothing is cut, but everyone was promised another end. Ask the group first."
		if v.Agenda.Reserve() > 0 {
			words += " The reserve goes, too."
		}
		return words
	default:
		return strings.Join(changes(v.Agenda, o.Agenda), ", ") + " minutes. The time for writing alone stays."
	}
}

// changes lists the blocks that would be shorter: "Measures 24 → 21".
func changes(before, after workshop.Agenda) []string {
	var out []string
	for _, b := range after {
		for _, was := range before {
			if was.Step == b.Step && was.Box != b.Box {
				out = append(out, fmt.Sprintf("%s %d → %d", blockName(b.Step), was.Box.Minutes(), b.Box.Minutes()))
			}
		}
	}
	return out
}

// blockName is what a block of the agenda is called in a word.
func blockName(s workshop.Step) string {
	if name := wordsOf(s).short; name != "" {
		return name
	}
	return strings.ToUpper(string(s[:1])) + string(s[1:])
}
