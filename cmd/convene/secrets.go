package main

import "convene/workshop"

// veil follows a log and keeps which records hold what nobody but their author has seen.
type veil struct {
	state       workshop.State // before the record that comes next
	hidden      map[workshop.Seq]bool
	notes       map[workshop.NoteID]workshop.Seq   // where a note got its latest wording
	nominations map[nomination]workshop.Seq        // those that wait for the reveal
	hands       map[workshop.PersonID]workshop.Seq // where everybody last showed one
	answered    map[workshop.CheckID][]workshop.Seq
	counted     map[workshop.CheckID]workshop.Seq // where a health check was closed
}

// nomination is who proposed whom.
type nomination struct{ by, person workshop.PersonID }

// secrets finds the records that are private at the end of the log: a note or a nomination that has not been revealed,
// because its phase is not over, or because it was taken back or worded anew before; a hand that was never shown to all. The
// answers to a proposal stay private where they were given: they are told where all are shown. If those that count then were
// told where they were given, the others, which nobody has seen, would be those of whoever is left. Who answered to a health
// check is private as well as long as they are few; and so is its count until the last card is turned over.
func secrets(records []workshop.Record) map[workshop.Seq]bool {
	v := newVeil()
	for _, r := range records {
		v.see(r)
		v.state = workshop.Evolve(v.state, r)
	}
	return v.hidden
}

// newVeil is the veil before the first record.
func newVeil() veil {
	return veil{
		hidden: make(map[workshop.Seq]bool), notes: make(map[workshop.NoteID]workshop.Seq),
		nominations: make(map[nomination]workshop.Seq), hands: make(map[workshop.PersonID]workshop.Seq),
		answered: make(map[workshop.CheckID][]workshop.Seq), counted: make(map[workshop.CheckID]workshop.Seq),
	}
}

func (v veil) see(r workshop.Record) {
	switch e := r.Event.(type) {
	case workshop.NoteWritten:
		if v.alone() {
			v.hidden[r.Seq] = true
			v.notes[e.Note] = r.Seq
		}
	case workshop.NoteReworded:
		v.hidden[r.Seq] = true
		v.notes[e.Note] = r.Seq
	case workshop.Nominated:
		if v.alone() {
			v.hidden[r.Seq] = true
			v.nominations[nomination{r.By, e.Person}] = r.Seq
		}
	case workshop.NominationWithdrawn:
		v.hidden[r.Seq] = true
		delete(v.nominations, nomination{r.By, e.Person})
	case workshop.NotesRevealed:
		v.reveal(e.Step)
	case workshop.HandShown:
		if !v.state.Hands.Revealed {
			v.hidden[r.Seq] = true
			v.hands[r.By] = r.Seq
		}
	case workshop.HandsRevealed:
		v.show()
	case workshop.ConsentSignalled:
		if !v.state.Signals.Revealed {
			v.hidden[r.Seq] = true
		}
	case workshop.AnswersGiven:
		v.answered[e.Check] = append(v.answered[e.Check], r.Seq)
		v.enrol(e.Check, len(v.answered[e.Check]) < workshop.MinAnswers)
	case workshop.CheckAbandoned:
		v.enrol(e.Check, true)
	case workshop.CheckClosed:
		v.hidden[r.Seq] = true
		v.counted[e.Check] = r.Seq
	case workshop.CardTurned:
		if c, _ := v.state.LastCheck(); e.Turned == len(c.Cards) {
			delete(v.hidden, v.counted[e.Check])
		}
	case workshop.PersonRemoved:
		v.leave(e.Person)
	case workshop.FacilitatorAppointed:
		v.leave(e.Person)
	}
}

// alone says whether what is written is private at first. In the grace after the reveal it goes straight to the wall.
func (v veil) alone() bool { return v.state.At.Phase == workshop.PhaseDiverge }

// reveal shows the notes of a step that are still there, in their latest wording, and the nominations.
func (v veil) reveal(step workshop.Step) {
	for n := range v.state.Notes.All() {
		if n.Prompt.Step() == step && !n.Withdrawn {
			delete(v.hidden, v.notes[n.ID])
		}
	}
	if step != workshop.StepLeader {
		return
	}
	for _, seq := range v.nominations {
		delete(v.hidden, seq)
	}
	clear(v.nominations)
}

// show tells the hands that count when all are shown: of everyone the last, nothing of those who have left, and nothing from
// before the group moved on.
func (v veil) show() {
	for who, seq := range v.hands {
		if _, counts := v.state.Hands.Of(who); counts {
			delete(v.hidden, seq)
		}
	}
}

// enrol hides who answered to a health check, or tells it.
func (v veil) enrol(check workshop.CheckID, hide bool) {
	for _, seq := range v.answered[check] {
		if hide {
			v.hidden[seq] = true
		} else {
			delete(v.hidden, seq)
		}
	}
}

// leave takes nominations that wait to be shown from a person who can't be elected any more.
func (v veil) leave(who workshop.PersonID) {
	for n := range v.nominations {
		if n.person == who {
			delete(v.nominations, n)
		}
	}
}
