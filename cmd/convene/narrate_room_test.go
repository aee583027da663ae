package main

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"reflect"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"convene/workshop"
	"convene/workshop/reel"
	"convene/workshop/workshoptest"
)

// part is what the room is told of whose record it is.
type part string

const (
	self   part = "the actor, whom the wall marks"
	lead   part = "the facilitator, where there is one only"
	secret part = "nobody"
)

// parts says of every kind of record whose the room may be told it was. What the wall doesn't mark, such as who moved a note, is
// secret here, whether or not people minded.
func parts() map[string]part {
	return map[string]part{
		"workshop-opened": self, "phase-entered": lead, "workshop-closed": lead,
		"clock-started": lead, "clock-paused": lead, "clock-adjusted": lead,
		"agenda-planned": lead, "agenda-repaired": lead, "repair-undone": lead,
		"break-started": lead, "break-ended": lead, "break-counted": lead, "work-counted": lead,

		"person-added": lead, "person-joined": self, "facilitator-joined": self, "person-removed": secret,
		"door-locked": lead, "person-knocked": secret, "person-admitted": secret, "person-refused": secret,
		"facilitator-appointed": lead, "facilitator-released": secret, // of two, nobody sees which one it was
		"done-declared": self, "minute-asked": self,

		"note-written": secret, "note-reworded": secret, "note-withdrawn": secret, "notes-revealed": secret,
		"cluster-formed": secret, "notes-moved": secret, "cluster-titled": secret, "clusters-merged": secret,
		"notes-parked": secret, "notes-kept-apart": secret, "cluster-placed": secret, "action-undone": secret, "spotlight-put": lead,
		"statement-written": secret, "sentence-proposed": secret, "pen-taken": self, "pen-handed": secret, "pen-laid": secret,

		"hand-shown": self, "hands-revealed": secret, "step-settled": secret,
		"vote-opened": lead, "ballot-cast": self, "vote-closed": secret, "vote-abandoned": lead, "lot-drawn": secret,
		"name-chosen": secret,
		"nominated":   secret, "nomination-withdrawn": secret, "nomination-changed": secret,
		"nomination-accepted": self, "nomination-declined": self,
		"leader-elected": secret, "no-leader-recorded": secret, "election-reopened": secret,
		"method-chosen": lead, "leader-proposed": secret, "consent-signalled": self, "signals-revealed": secret,
		"action-planned": secret, "action-dropped": secret,
		"check-opened": lead, "check-closed": lead, "check-abandoned": lead, "answers-given": secret, "answers-changed": secret,
		"card-turned": secret, "check-planned": secret, // the leader may, too
		"action-settled": secret, "occasion-noted": secret, "occasion-struck": secret,
		"sponsor-named": secret, "time-granted": secret, "standing-hung": secret,
	}
}

// Of every kind of record, also one that nobody has looked at yet: the room is told whose it was where the wall shows it, and
// nobody ever hears of the keyboard that it was typed on. The minute names those who lead alone.
func TestWhoseRecordItWasIsToldAsTheWallShowsIt(t *testing.T) {
	for _, v := range workshop.Kinds() {
		raw, err := os.ReadFile(filepath.Join("../../store/testdata/v1", v.Kind()+".json"))
		if err != nil {
			t.Fatal(err)
		}
		var r workshop.Record
		if err := json.Unmarshal(raw, &r); err != nil {
			t.Fatal(err)
		}
		r.By, r.Via = "zaphod", "trillian"
		switch e := r.Event.(type) { // these bring a name along
		case workshop.WorkshopOpened:
			e.Facilitator = "Zaphod"
			r.Event = e
		case workshop.PersonJoined:
			e.Name = "Zaphod"
			r.Event = e
		case workshop.FacilitatorJoined:
			e.Name = "Zaphod"
			r.Event = e
		case workshop.PersonKnocked:
			e.Name = "Zaphod"
			r.Event = e
		}
		want, known := parts()[v.Kind()]
		if !known {
			t.Errorf("nobody has said who is told as the one behind %s", v.Kind())
		}
		for _, many := range []bool{false, true} {
			for _, l := range workshop.Languages() {
				s := workshop.State{Lang: l}
				zaphod := workshop.Person{ID: "zaphod", Name: "Zaphod", Role: workshop.Participant}
				if want == lead {
					zaphod.Role = workshop.Facilitator
				}
				s = s.Seating(zaphod)
				if want != lead || many {
					s = s.Seating(workshop.Person{ID: "trillian", Name: "Trillian", Role: workshop.Facilitator})
				}
				for _, private := range []bool{false, true} {
					n := narrator{before: s, after: s, record: r, private: private, to: toRoom}
					said := n.tell()
					may := want == self || want == lead && !many
					if has := strings.Contains(said, "Zaphod"); has && !may || !has && may && !private {
						t.Errorf("%s with many=%v tells the room %q, want %s", v.Kind(), many, said, want)
					}
					n.to = toPublic
					minuted := n.tell()
					if want == secret && inMinute(r) && strings.Contains(minuted, "Zaphod") {
						t.Errorf("%s is in the minute as %q", v.Kind(), minuted)
					}
					for _, s := range []string{said, minuted} {
						if strings.Contains(s, "Trillian") || strings.Contains(s, "booth") || strings.Contains(s, "isoloir") {
							t.Errorf("%s is told as %q", v.Kind(), s)
						}
					}
				}
			}
		}
	}
}

// inMinute says whether a minute has a record, other than one that tells who facilitates.
func inMinute(r workshop.Record) bool {
	_, facilitates := r.Event.(workshop.FacilitatorReleased)
	return !facilitates && decides(workshop.State{Started: r.At}, r.Event)
}

// marks is all that the wall says of people by their names, so that two moments can be compared.
func marks(w *workshop.Shared) map[string]string {
	out := make(map[string]string)
	for _, p := range w.People {
		said := fmt.Sprintf("%+v", p)
		if p.Signalled {
			said += fmt.Sprint(" revealed: ", w.Answers.Revealed)
		}
		for role, id := range map[string]workshop.PersonID{
			"pen": w.Pen.Holder, "proposed": w.Proposal.Person, "refused": w.Refused, "leads": w.Leadership.Leader,
		} {
			if id == p.ID {
				said += fmt.Sprint(" ", role, " ", w.Proposal.Number)
			}
		}
		for _, n := range w.Nominees {
			if n.ID == p.ID {
				said += fmt.Sprintf(" nominated %+v", n)
			}
		}
		for _, options := range [][]workshop.Option{w.Vote.Options, w.Tie.Options} {
			if slices.ContainsFunc(options, func(o workshop.Option) bool { return o.Label == p.Name }) {
				said += fmt.Sprint(" stands ", w.Vote.ID, w.Tie.Vote)
			}
		}
		for _, a := range w.Canvas.Actions {
			if a.Owner == p.Name {
				said += fmt.Sprintf(" does %+v", a)
			}
		}
		if w.Community != nil {
			for _, a := range w.Community.Actions {
				if a.Owner == p.Name {
					said += fmt.Sprintf(" sees to %+v", a)
				}
			}
		}
		for step, settled := range w.Settled {
			for _, c := range settled.Concerns {
				if c.Person == p.ID {
					said += fmt.Sprint(" in ", step, " ", c)
				}
			}
		}
		out[p.Name] = said
	}
	return out
}

// leads is the only facilitator whom the wall shows; empty when there are several.
func leads(w *workshop.Shared) string {
	var all []string
	for _, p := range w.People {
		if p.Role == workshop.Facilitator {
			all = append(all, p.Name)
		}
	}
	if len(all) == 1 {
		return all[0]
	}
	return ""
}

// sameWall says that everyone sees the same at two moments; that a record was made, and when, is not on the wall.
func sameWall(before, after workshop.Shared) bool {
	if !cmp.Equal(before.Timing, after.Timing,
		cmpopts.IgnoreUnexported(workshop.Timing{}), cmp.AllowUnexported(workshop.Clock{}, workshop.Break{})) {
		return false
	}
	for _, w := range []*workshop.Shared{&before, &after} {
		w.Seq, w.Timing, w.Canvas.Time = 0, workshop.Timing{}, nil
	}
	return reflect.DeepEqual(before, after)
}

// A replay names only those about whom the wall shows something else after the record than before, and the one who leads on; and
// it says that nothing changed exactly where nothing did.
func TestAReplayTellsWhatTheWallShowed(t *testing.T) {
	_, sample := workshoptest.Sample()
	_, consent := workshoptest.SampleByConsent()
	told := make(map[string]bool)
	for name, records := range map[string][]workshop.Record{
		"sample": sample, "consent": consent,
		"rehearsal": rehearsed(t, 3), "rehearsal in French": rehearsedIn(t, frenchSeed, workshop.French),
		"behind doors": behindDoors(t), "at the end": atTheEnd(t), "by lot": lotOnName(t, true).Records, "late": late(t),
		"community": community(t), "led": led(t), "again": again(t),
	} {
		for _, l := range workshop.Languages() {
			t.Run(name+" in "+string(l), func(t *testing.T) {
				for _, r := range records {
					told[r.Event.Kind()] = true
				}
				checkTold(t, reel.New(spokenIn(records, l)))
			})
		}
	}
	for _, v := range workshop.Kinds() {
		if !told[v.Kind()] {
			t.Errorf("no scene has a record of kind %s", v.Kind())
		}
	}
}

// spokenIn is a log as it were, had the workshop been opened in a language.
func spokenIn(records []workshop.Record, l workshop.Language) []workshop.Record {
	out := slices.Clone(records)
	opened := out[0].Event.(workshop.WorkshopOpened)
	opened.Lang = l
	out[0].Event = opened
	return out
}

func checkTold(t *testing.T, film *reel.Reel) {
	names := make(map[string]bool)
	for n := 1; n <= film.Len(); n++ {
		if v, knocks := film.Record(n).Event.(workshop.PersonKnocked); knocks {
			names[v.Name] = true
		}
	}
	for p := range film.State(film.Len()).People.All() {
		names[p.Name] = true
	}
	after, is := workshop.Share(film.State(0)), map[string]string{}
	for n := 1; n <= film.Len(); n++ {
		r, said := film.Record(n), tellRecord(film, n)
		before, was := after, is
		after = workshop.Share(film.State(n))
		is = marks(after)
		for name := range names {
			if was[name] != is[name] || parts()[r.Event.Kind()] == lead && name == leads(before) || shownAlready(before, r, name) {
				continue
			}
			if strings.Contains(untyped(said, r.Event), name) {
				t.Errorf("record %d, %s by %s: %q, but the wall says the same about %s as before", n, r.Event.Kind(), r.By, said, name)
			}
		}
		if strings.Contains(said, "booth") || strings.Contains(said, "isoloir") {
			t.Errorf("record %d: %q", n, said)
		}
		nothing := said == "nothing changed on the wall" || said == "rien n’a changé sur le mur"
		switch r.Event.(type) {
		case workshop.WorkCounted, workshop.BreakCounted: // they change what is asked about the time
		case workshop.NotesRevealed: // perhaps of nothing
		case workshop.NominationDeclined, workshop.LotDrawn: // what follows is the next record of their batch
		default:
			if same := sameWall(*before, *after); same != nothing {
				t.Errorf("record %d, %s: %q, while the wall is the same: %v", n, r.Event.Kind(), said, same)
			}
		}
	}
}

// shownAlready says that a record tells of somebody what the wall has shown before it: who was tied, or that they lead, which
// they decline to. What follows from it on the wall is the next record of its batch.
func shownAlready(before *workshop.Shared, r workshop.Record, name string) bool {
	switch r.Event.(type) {
	case workshop.LotDrawn:
		return slices.ContainsFunc(before.Tie.Options, func(o workshop.Option) bool { return o.Label == name })
	case workshop.NominationDeclined:
		return before.Leadership.Leader == r.By && before.Canvas.Leader == name
	default:
		return false
	}
}

// untyped is what is told without what people typed, in which they may have named anybody.
func untyped(said string, v workshop.Event) string {
	var texts []string
	switch v := v.(type) {
	case workshop.LeaderProposed:
		texts = []string{v.Terms}
	case workshop.LeaderElected:
		texts = []string{"for half a year, with Łukasz as her deputy"}
	}
	for _, t := range texts {
		said = strings.ReplaceAll(said, t, "")
	}
	return said
}
