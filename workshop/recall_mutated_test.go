package workshop_test

import (
	"encoding/json"
	"fmt"
	"regexp"
	"slices"
	"testing"

	"pgregory.net/rapid"

	. "convene/workshop"
	. "convene/workshop/workshoptest"
)

// mutated is a log or its beginning with records lost, doubled, in another order or changed.
func mutated(t *rapid.T, sample []Record) []Record {
	log := slices.Clone(sample[:rapid.IntRange(1, len(sample)).Draw(t, "length")])
	for range rapid.IntRange(1, 3).Draw(t, "changes") {
		i, k := rapid.IntRange(0, len(log)-1).Draw(t, "at"), rapid.IntRange(0, len(log)-1).Draw(t, "other")
		switch rapid.IntRange(0, 4).Draw(t, "change") {
		case 0:
			log = append(log[:i:i], log[min(i+1, len(log)-1):]...)
		case 1:
			log[i], log[k] = log[k], log[i]
		case 2:
			log = slices.Insert(log, i, log[k])
		case 3:
			log[i] = miswritten(t, log[i])
		default:
			log[i].Event = event(t, Kinds()[rapid.IntRange(0, len(Kinds())-1).Draw(t, "kind")])
		}
	}
	return log
}

// digits are a number in what a record says of its event.
var digits = regexp.MustCompile(`\b[0-9]+\b`)

// miswritten is a record with one number in it changed by hand, if it has any and can be read all the same.
func miswritten(t *rapid.T, r Record) Record {
	raw, err := json.Marshal(r)
	if err != nil {
		t.Fatal(err)
	}
	all := digits.FindAllIndex(raw, -1)
	at := rapid.SampledFrom(all).Draw(t, "number")
	other := fmt.Appendf(nil, "%s%d%s", raw[:at[0]], rapid.IntRange(-2, 70).Draw(t, "instead"), raw[at[1]:])
	var changed Record
	if json.Unmarshal(other, &changed) != nil {
		return r
	}
	return changed
}

// Such a log is either damaged or good to go on with.
func TestAMutatedLogNeverPanics(t *testing.T) {
	_, sample := Sample()
	life := written(t, community(five()...), checking(), allGive(five(), Red, Green), By(Fay, CloseCheck{Check: 1},
		TurnCard{Check: 1, Turned: 1}, TurnCard{Check: 1, Turned: 2}, TurnCard{Check: 1, Turned: 3}), By("ada", PlanAction{What: "Ask", Owner: "ben", Check: 1},
		SettleAction{Action: 1, As: ActionMove, Why: "Later", Due: "2026-04-01"},
		NoteOccasion{Kind: BookClub, On: "2026-03-02", Topic: "Dune"}), checking(), gives("ben", Red, Red))
	rapid.Check(t, func(t *rapid.T) { recalled(t, mutated(t, sample)) })
	rapid.Check(t, func(t *rapid.T) { recalled(t, mutated(t, life)) })
}

// Such a log is either damaged or can be played again, every state of it: not the last alone.
func TestAMutatedLogIsPlayedAgain(t *testing.T) {
	_, sample := Sample()
	rapid.Check(t, func(t *rapid.T) {
		log := mutated(t, sample)
		if _, err := Recall("brave-otter", log...); err == nil {
			drawn(t, log)
		}
	})
}

// drawn draws the state after every record for everybody, as a replay does.
func drawn(t rapid.TB, log []Record) {
	t.Helper()
	at := Seq(0)
	defer func() {
		if p := recover(); p != nil {
			t.Fatalf("record %d was recalled, and then: %v", at, p)
		}
	}()
	var s State
	for _, r := range log {
		at, s = r.Seq, Evolve(s, r)
		ViewFor(Share(s), s, "ada")
	}
}

// A record that somebody wrote into the file by hand, anywhere.
func FuzzRecall(f *testing.F) {
	_, sample := Sample()
	kinds := make(map[string]bool)
	for i, r := range sample {
		raw, err := json.Marshal(r)
		if err != nil {
			f.Fatal(err)
		}
		if kind := r.Event.Kind(); !kinds[kind] {
			f.Add(uint16(i), raw)
			kinds[kind] = true
		}
	}
	f.Fuzz(func(t *testing.T, place uint16, raw []byte) {
		var r Record
		if json.Unmarshal(raw, &r) == nil {
			before := sample[:int(place)%(len(sample)+1)]
			recalled(t, append(slices.Clone(before), r))
		}
	})
}
