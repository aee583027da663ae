package main

import (
	"bytes"
	"encoding/json"
	"errors"
	"strings"
	"testing"

	"convene/workshop"
)

// Of a health check no log tells an answer before its card is turned over, and none of few; who answered is told once enough
// have, and of a check that was abandoned, or had few answers, never. Who changed their answers is nobody's to know.
func TestALogTellsOfAHealthCheckWhatEveryoneMaySee(t *testing.T) {
	all := community(t)
	names := map[string]workshop.PersonID{"Ana": "ana", "Bo": "bo", "Cy": "cy", "Dan": "dan", "Eva": "eva"}
	answered := func(records []workshop.Record) (told map[workshop.CheckID]int) {
		told = make(map[workshop.CheckID]int)
		hidden := secrets(records)
		var lines bytes.Buffer
		if err := writeLogJSON(&lines, records); err != nil {
			t.Fatal(err)
		}
		var before workshop.State
		for _, r := range records {
			var line loggedJSON
			raw, _ := lines.ReadBytes('\n')
			if err := json.Unmarshal(raw, &line); err != nil {
				t.Fatal(err)
			}
			after := workshop.Evolve(before, r)
			said := narrator{before: before, after: after, record: r, private: hidden[r.Seq]}.tell()
			before = after
			named := line.By != ""
			for name := range names {
				named = named || strings.Contains(said, name)
			}
			switch v := r.Event.(type) {
			case workshop.AnswersGiven:
				if named {
					told[v.Check]++
				}
			case workshop.AnswersChanged:
				if named {
					t.Errorf("who changed their answers is told: %s, %q", raw, said)
				}
			}
		}
		return told
	}
	given := make(map[workshop.CheckID]int)
	abandoned := make(map[workshop.CheckID]bool)
	turned := 0
	for n, r := range all {
		switch v := r.Event.(type) {
		case workshop.AnswersGiven:
			given[v.Check]++
		case workshop.CheckAbandoned:
			abandoned[v.Check] = true
		case workshop.CardTurned:
			turned++
		}
		told := answered(all[:n+1])
		for check, many := range given {
			want := many
			if many < workshop.MinAnswers || abandoned[check] {
				want = 0
			}
			if told[check] != want {
				t.Errorf("after record %d: of %d in check %d, %d are told, want %d", r.Seq, many, check, told[check], want)
			}
		}
		var page, lines strings.Builder
		if err := errors.Join(writeLog(&page, all[:n+1]), writeLogJSON(&lines, all[:n+1])); err != nil {
			t.Fatal(err)
		}
		if strings.Contains(page.String()+lines.String(), "SECRET") {
			t.Errorf("after record %d a log tells what somebody wrote under a card", r.Seq)
		}
		if spreads := strings.Contains(lines.String(), `"spreads":`); spreads != (turned >= 2) {
			t.Errorf("after record %d, with %d cards turned over, the count is told: %v", r.Seq, turned, spreads)
		}
	}
	if given[2] != 5 || !abandoned[1] || given[3] != 2 || turned != 3 {
		t.Errorf("the scene has %v, %v, %d", given, abandoned, turned)
	}
}

// The minute is that of the founding: what becomes of the community changes nothing of it.
func TestTheMinuteEndsWithTheWorkshop(t *testing.T) {
	all := community(t)
	founding := ofTheWorkshop(all)
	if before, after := minuteOf(t, founding), minuteOf(t, all); before != after || len(founding) == len(all) {
		t.Errorf("before:\n%s\nafter:\n%s", before, after)
	}
}
