package main

import (
	"crypto/sha256"
	"encoding/hex"
	"fmt"
	"regexp"
	"strings"
	"testing"

	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// lotOnName is a workshop whose name a lot has decided; with a seal or, as before there were any, without.
func lotOnName(t *testing.T, sealed bool) *Stage {
	t.Helper()
	nonce := []byte("0123456789abcdef0123456789abcdef")
	open := workshop.OpenVote{}
	if sealed {
		open.Nonce = nonce
	}
	s := NewStage()
	if err := s.Play(
		Group("ada", "ben", "cleo"), Reach(workshop.StepName, workshop.PhaseDiverge),
		Write("ada", workshop.PromptName, "Gilde – für alle", "Forge"), Reach(workshop.StepName, workshop.PhaseConverge),
		By(Fay, open), Cast("ada", "Gilde – für alle"), Cast("ben", "Forge"), Cast("cleo"), Counted(),
		By(Fay, open), Cast("ada", "Gilde – für alle"), Cast("ben", "Forge"), Cast("cleo"), Counted(),
		By(Fay, workshop.DrawLot{Nonce: nonce}),
	); err != nil {
		t.Fatal(err)
	}
	return s
}

func lotsOf(t *testing.T, s *Stage) string {
	t.Helper()
	var page strings.Builder
	if err := writeLots(&page, s.Records); err != nil {
		t.Fatal(err)
	}
	return page.String()
}

// Whoever follows the log's explanation, with nothing but SHA-256, comes to the same name.
func TestALotCanBeCheckedByHand(t *testing.T) {
	s := lotOnName(t, true)
	page := lotsOf(t, s)
	found := func(form string) string {
		t.Helper()
		m := regexp.MustCompile(form).FindStringSubmatch(page)
		if m == nil {
			t.Fatalf("nothing like %q in\n%s", form, page)
		}
		return m[1]
	}
	nonce, err := hex.DecodeString(found(`printf ([0-9a-f]+) \| xxd -r -p \| sha256sum`))
	if err != nil {
		t.Fatal(err)
	}
	if sum := sha256.Sum256(nonce); hex.EncodeToString(sum[:]) != found(`this seal: ([0-9a-f]{64})`) {
		t.Error("the seal is not that of the nonce")
	}
	_, rest, _ := strings.Cut(page, "one line feed:\n")
	text, _, _ := strings.Cut(rest, "3. Its SHA-256")
	text = strings.TrimPrefix(strings.ReplaceAll(text, "\n   ", "\n"), "   ")
	sum := sha256.Sum256([]byte(text))
	if got := found(`3\. Its SHA-256 is ([0-9a-f]{64})`); got != hex.EncodeToString(sum[:]) {
		t.Errorf("the text\n%s\nhas another SHA-256 than %s", text, got)
	}
	var number uint64
	fmt.Sscanf(hex.EncodeToString(sum[:8]), "%x", &number)
	if got := found(`divided by 2 it leaves (\d)`); got != fmt.Sprint(number%2) {
		t.Errorf("%d divided by 2 leaves %s?", number, got)
	}
	if name := found(`under "among" is \S+: (.*)\.`); name != s.State.Name.Chosen {
		t.Errorf("the page says %q, the name is %q", name, s.State.Name.Chosen)
	}
}

func TestALotWithoutASealSaysSo(t *testing.T) {
	if page := lotsOf(t, lotOnName(t, false)); !strings.Contains(page, "which no seal had fixed before") || strings.Contains(page, "everyone could see") {
		t.Errorf("the page says\n%s", page)
	}
	s := NewStage()
	if err := s.Play(Group("ada")); err != nil {
		t.Fatal(err)
	}
	if page := lotsOf(t, s); page != "" {
		t.Errorf("no lot, and a page about it:\n%s", page)
	}
}

// The page is for those who distrust the file: where it was changed, it says so.
func TestAForgedLotIsTold(t *testing.T) {
	forge := func(change func(*workshop.LotDrawn)) string {
		s := lotOnName(t, true)
		for i, r := range s.Records {
			if v, ok := r.Event.(workshop.LotDrawn); ok {
				change(&v)
				s.Records[i].Event = v
			}
		}
		return lotsOf(t, s)
	}
	for want, change := range map[string]func(*workshop.LotDrawn){
		"IT IS NOT: this lot was drawn from something else": func(v *workshop.LotDrawn) { v.Nonce = make([]byte, 32) },
		"THE RECORD SAYS OTHERWISE": func(v *workshop.LotDrawn) {
			for _, o := range v.Among {
				if o.Key != v.Winner {
					v.Winner = o.Key
					return
				}
			}
		},
		"THE RECORD SAYS OTHERWISE: n9":       func(v *workshop.LotDrawn) { v.Winner = "n9" },
		"belongs to no vote that was counted": func(v *workshop.LotDrawn) { v.Vote = 9 },
		"divided by 0 it leaves 0":            func(v *workshop.LotDrawn) { v.Among = nil },
	} {
		if page := forge(change); !strings.Contains(page, want) {
			t.Errorf("nothing says %q in\n%s", want, page)
		}
	}
	if page := lotsOf(t, lotOnName(t, true)); strings.Contains(page, "NOT") || strings.Contains(page, "OTHERWISE") {
		t.Errorf("a lot as it was drawn is told as forged:\n%s", page)
	}
	s := NewStage()
	if err := s.Play(Group("ada")); err != nil {
		t.Fatal(err)
	}
	s.Records = append(s.Records, workshop.Record{Seq: workshop.Seq(len(s.Records) + 1), Event: workshop.LotDrawn{Vote: 1}})
	if page := lotsOf(t, s); !strings.Contains(page, "can't be checked") {
		t.Errorf("a lot before any vote:\n%s", page)
	}
}
