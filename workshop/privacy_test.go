package workshop_test

import (
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	. "convene/workshop"
)

// secrets knows, from the events alone, whose every made-up text is as long as nobody else may see it.
type secrets struct {
	owner map[string]PersonID   // of texts that are private now
	step  map[string]Step       // where the text will be revealed; empty for hands
	note  map[NoteID]string     // what stands on a note
	hand  map[PersonID]string   // what somebody said with a hand
	said  map[PersonID]string   // what somebody said against a proposal
	open  bool                  // what is said against the proposal is seen at once
	about PersonID              // who is proposed
	shown bool                  // hands are on the table, and a new one is seen at once
	ideas map[ActionID]PersonID // whose the first actions were
	late  bool                  // everyone's notes are on the wall, and a new one goes there at once
	sheet map[string][]string   // the sentences of a sheet in the box, by its lock
	count []Spread              // of the health check that was closed last
}

// onTable is when a text is revealed that was said against the proposal on the table.
const onTable = "on the table"

// inBox is where a text lies that was written under a card, until the card is turned over; forever, where few have answered
// to it.
const inBox = "in the box"

// never is when a text is revealed that was changed or taken back before anybody saw it.
const never = "never"

func newSecrets() *secrets {
	return &secrets{
		owner: make(map[string]PersonID), step: make(map[string]Step),
		note: make(map[NoteID]string), hand: make(map[PersonID]string), said: make(map[PersonID]string),
		ideas: make(map[ActionID]PersonID), sheet: make(map[string][]string),
	}
}

func (k *secrets) keep(text string, by PersonID, step Step) {
	if text != "" {
		k.owner[text], k.step[text] = by, step
	}
}

// learn follows one event.
func (k *secrets) learn(r Record) {
	switch v := r.Event.(type) {
	case NoteWritten:
		if k.late {
			return
		}
		k.keep(madeUp.FindString(v.Text), r.By, v.Prompt.Step())
		k.note[v.Note] = madeUp.FindString(v.Text)
	case NoteReworded:
		k.keep(v.Text, r.By, k.step[k.note[v.Note]])
		k.step[k.note[v.Note]] = never
		k.note[v.Note] = v.Text
	case NoteWithdrawn:
		k.step[k.note[v.Note]] = never
	case Nominated:
		if k.late {
			return
		}
		k.keep(v.Reason, r.By, StepLeader)
	case NotesRevealed:
		k.reveal(v.Step)
	case HandShown:
		k.forget(r.By)
		if !k.shown {
			k.keep(v.Concern, r.By, "")
			k.hand[r.By] = v.Concern
		}
	case LeaderProposed:
		k.clearTable(v.Person)
	case ConsentSignalled:
		k.unsay(r.By)
		if !k.open {
			k.keep(v.Reason, r.By, onTable)
			k.said[r.By] = v.Reason
		}
	case SignalsRevealed:
		k.reveal(onTable)
		k.open = true
	case NominationDeclined:
		k.leaves(r.By)
	case NoLeaderRecorded, ElectionReopened:
		k.clearTable("")
	case PersonRemoved:
		k.forget(v.Person)
		k.unsay(v.Person)
		k.leaves(v.Person)
	case FacilitatorAppointed:
		k.forget(v.Person)
		k.unsay(v.Person)
		k.leaves(v.Person)
	case ActionPlanned:
		k.ideas[v.Action] = r.By
	case AnswersGiven:
		k.answer(r.By, v.Sheet, v.Lock)
	case AnswersChanged:
		for _, text := range k.sheet[string(v.Was)] {
			k.step[text] = never
		}
		k.answer(r.By, v.Sheet, v.Lock)
	case CheckClosed:
		k.count = v.Spreads
	case CardTurned:
		for _, text := range k.count[min(v.Turned, len(k.count))-1].Sentences {
			delete(k.step, text)
			delete(k.owner, text)
		}
	case HandsRevealed:
		k.reveal("")
		k.shown = true
	case StepSettled:
		k.reveal("")
	case PhaseEntered:
		for p := range k.hand {
			k.forget(p)
		}
		k.clearTable("")
		k.shown, k.late = false, v.Phase != PhaseDiverge
	default:
	}
}

// answer keeps what somebody wrote under the cards of a health check.
func (k *secrets) answer(by PersonID, sheet Sheet, lock []byte) {
	for _, a := range sheet {
		k.keep(a.Sentence, by, inBox)
		k.sheet[string(lock)] = append(k.sheet[string(lock)], a.Sentence)
	}
}

// forget takes a hand back that nobody has seen.
func (k *secrets) forget(p PersonID) {
	if _, private := k.owner[k.hand[p]]; private {
		k.step[k.hand[p]] = never
	}
	delete(k.hand, p)
}

// unsay takes an answer to the proposal back that nobody has seen.
func (k *secrets) unsay(p PersonID) {
	if _, private := k.owner[k.said[p]]; private {
		k.step[k.said[p]] = never
	}
	delete(k.said, p)
}

// leaves takes the proposal off the table if it is about this person.
func (k *secrets) leaves(p PersonID) {
	if p == k.about {
		k.clearTable("")
	}
}

// clearTable makes room for a proposal about somebody.
func (k *secrets) clearTable(about PersonID) {
	for p := range k.said {
		k.unsay(p)
	}
	k.open, k.about = false, about
}

func (k *secrets) reveal(step Step) {
	for text, where := range k.step {
		if where == step {
			delete(k.step, text)
			delete(k.owner, text)
		}
	}
}

var madeUp = regexp.MustCompile(`canary\d+x`)

// check searches what every viewer may see for what is not theirs.
func (k *secrets) check(t *rapid.T, s State) {
	shared := Share(s)
	for _, text := range madeUp.FindAllString(texts(shared), -1) {
		if owner, private := k.owner[text]; private {
			t.Fatalf("everyone can see %s, which is only %s's to see", text, owner)
		}
	}
	for _, p := range append([]Person{{ID: "eve"}, {}}, slices.Collect(s.People.All())...) {
		v := ViewFor(shared, s, p.ID)
		if v.Shared != shared && (p.ID == "" || s.Standing(p.ID) == Seated) {
			t.Fatal("the shared part of a view is made anew for every viewer")
		}
		if len(v.Knocks) > 0 && v.MyRole != Facilitator {
			t.Fatalf("%q, who doesn't facilitate, sees who knocks: %+v", p.ID, v.Knocks)
		}
		for _, a := range v.Planned {
			if k.ideas[a] != p.ID {
				t.Fatalf("%q is told of %d as theirs, which is %s's", p.ID, a, k.ideas[a])
			}
		}
		for _, text := range madeUp.FindAllString(texts(v.Mine), -1) {
			if owner, private := k.owner[text]; private && owner != p.ID {
				t.Fatalf("%q can see %s, which is only %s's to see", p.ID, text, owner)
			}
		}
	}
	for _, p := range shared.People {
		if !shared.HandsShown && (p.Hand != Hand{} || len(shared.Concerns) > 0) {
			t.Fatalf("a hand is seen before all are shown: %+v", p)
		}
	}
}

// The search itself must be able to find something.
func TestTheSearchForSecretsFindsThem(t *testing.T) {
	s := State{Statements: map[Section]string{SectionVision: "canary7x"}}
	if got := madeUp.FindAllString(texts(Share(s)), -1); len(got) == 0 {
		t.Error("a secret in a map behind a pointer was not found")
	}
	if !finds(struct{ inside []any }{[]any{&Note{Text: "canary8x"}}}, "canary8x") {
		t.Error("a secret in an unexported field was not found")
	}
}
