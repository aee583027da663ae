package tui

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"convene/tui/tuitest"
	"convene/workshop"
	. "convene/workshop/workshoptest"
)

// playsInFrench is what a person's screens play on in a French workshop.
func playsInFrench(s *Stage, who workshop.PersonID, width, height int) stage {
	s.State.Lang = workshop.French
	return stageOf(s, who, width, height)
}

// voteMoments are those of names, of the leader and of consent, and of ranked ballots that have been counted.
func voteMoments() []moment {
	all := slices.Concat(moments(), consentMoments())
	for _, c := range rankedCounts() {
		then := append([]Line{electing("ada", "ben", "cleo", "dan"), By(Fay, workshop.OpenVote{Ranked: true, Nonce: make([]byte, 32)})}, c.cast...)
		all = append(all, moment{name: "ranked-" + c.name, from: fresh, then: then, who: Fay})
	}
	return append(all, moment{
		name: "ranked-ballot", from: fresh, who: "ada", keys: []string{"down", "space", "down", "space"},
		then: []Line{electing("ada", "ben", "cleo", "dan"), By(Fay, workshop.OpenVote{Ranked: true, Nonce: make([]byte, 32)})},
	})
}

func TestVotesLookAsTheyDidInFrench(t *testing.T) {
	low, narrow := [2]int{58, 10}, [2]int{38, 10} // what windows of 60×15 and 40×15 leave
	sizes := map[string][][2]int{
		"dots-ballot": {low, narrow}, "dots-roll": nil, "name-before": nil, "name-ballot": {narrow}, "name-tie": nil, "name-by-lot": nil,
		"nominate": {narrow}, "accept": {narrow}, "accept-other": nil, "leader-before": nil, "leader-ballot": {low, narrow},
		"leader-roll": {narrow}, "leader-single-ballot": {narrow}, "leader-runoff": {low}, "leader-runoff-tie": nil, "leader-elected": nil,
		"leader-by-lot": nil, "leader-none": nil, "leader-not-confirmed": nil, "leader-confirmed": nil, "leader-blank": nil,
		"reasons": {narrow}, "reasons-nominee": nil, "reasons-facilitator": nil, "proposal": {low, narrow}, "proposal-answered": nil,
		"objection": {low}, "objection-own": nil, "consent": nil, "leads": nil,
		"ranked-ballot": {low, narrow}, "ranked-elected": nil, "ranked-runoff": {narrow}, "ranked-level": nil, "ranked-after": nil,
	}
	for _, m := range voteMoments() {
		more, chosen := sizes[m.name]
		if !chosen {
			continue
		}
		delete(sizes, m.name)
		s := m.reach(t)
		for _, size := range append([][2]int{{78, 19}}, more...) {
			at := fmt.Sprintf("%s@%dx%d", m.name, size[0], size[1])
			st := playsInFrench(s, m.who, size[0], size[1])
			sc := screenOf(st)
			pressed(sc, st, m.keys...)
			lines := sc.draw(st)
			tuitest.Fits(t, lines, size[0], size[1])
			tuitest.Golden(t, "french/vote-"+at, tuitest.Plain(lines))
		}
	}
	for name := range sizes {
		t.Errorf("there is no moment %q", name)
	}
}

// On a wall, what is said in letters and what is said beside them fits in every language.
func TestWallsOfVotesLookAsTheyDidInFrench(t *testing.T) {
	drawn := []string{"name-tie", "name-by-lot", "leader-roll", "leader-elected", "leader-before", "dots-roll", "proposal", "objection", "ranked-runoff"}
	for _, m := range voteMoments() {
		s := m.reach(t)
		for _, size := range [][2]int{{78, 20}, {118, 31}, {238, 63}} {
			st := playsInFrench(s, "", size[0], size[1])
			st.wall = true
			lines := screenOf(st).draw(st)
			tuitest.Fits(t, lines, size[0], size[1])
			if size[0] == 118 && slices.Contains(drawn, m.name) {
				tuitest.Golden(t, fmt.Sprintf("french/vote-wall-%s@%dx%d", m.name, size[0], size[1]), tuitest.Plain(lines))
			}
		}
	}
}

func TestVotesFitOddPlacesInFrench(t *testing.T) {
	for _, m := range voteMoments() {
		s := m.reach(t)
		for _, size := range [][2]int{{58, 10}, {38, 10}, {38, 25}, {158, 40}, {30, 6}} {
			st := playsInFrench(s, m.who, size[0], size[1])
			sc := screenOf(st)
			pressed(sc, st, m.keys...)
			tuitest.Fits(t, sc.draw(st), size[0], size[1])
		}
	}
}

// The rule stands on a French ballot wherever it stands on an English one.
func TestTheRuleIsSaidInFrenchAtEverySize(t *testing.T) {
	rules := map[string][]string{
		"name-ballot":          {"voix par personne", "Qui en a le plus", "second tour à une voix", "tirage au sort"},
		"name-runoff-ballot":   {"Qui en a le plus", "tirage au sort que tous peuvent vérifier"},
		"leader-ballot":        {"Plus de la moitié des bulletins, blancs compris, élit", "second tour", "les ex æquo à la 2e place"},
		"leader-single-ballot": {"Le oui de plus de la moitié des bulletins, blancs compris"},
		"dots-ballot":          {"conseillent, elles ne décident pas"}, "ranked-ballot": {"La dernière place sort", "plus de la moitié"},
	}
	for _, m := range voteMoments() {
		for _, want := range rules[m.name] {
			for _, size := range [][2]int{{38, 10}, {58, 10}, {78, 19}, {118, 30}} {
				st := playsInFrench(m.reach(t), m.who, size[0], size[1])
				if all := spoken(strings.Join(screenOf(st).draw(st), "\n")); !strings.Contains(all, want) {
					t.Errorf("%s at %v: nothing says %q:\n%s", m.name, size, want, all)
				}
			}
		}
	}
}

// What is asked before votes is asked in French, in a window as wide as most.
func TestQuestionsBeforeVotesLookAsTheyDidInFrench(t *testing.T) {
	s := SampleStage(workshop.StepLeader, workshop.PhaseConverge)
	st := playsInFrench(s, Fay, 78, 19)
	for name, d := range map[string]dialog{
		"dots": newDotsDialog(st.view), "votes": newVotesDialog(st.view), "method": newMethodDialog(st.Tongue), "leader-method": newLeaderMethodDialog(st.view),
	} {
		for _, width := range []int{78, 38} {
			st.width = width
			lines := d.draw(st)
			tuitest.Golden(t, fmt.Sprintf("french/vote-ask-%s@%d", name, width), tuitest.Plain(lines))
		}
	}
}

// A number decides between one and many as French does, and a list ends as French ones do.
func TestCountsAndListsAreFrench(t *testing.T) {
	fr := in(workshop.View{Shared: &workshop.Shared{Lang: workshop.French}})
	for want, got := range map[string]string{
		"Ada":                      listed(fr, []string{"Ada"}),
		"Ada et Ben":               listed(fr, []string{"Ada", "Ben"}),
		"Ada, Ben et Cleo":         listed(fr, []string{"Ada", "Ben", "Cleo"}),
		"Ada, Ben et 2 autres":     atMost(fr, 2, []string{"Ada", "Ben", "Cleo", "Dan"}),
		"Ada, Ben et Cleo.":        atMost(fr, 2, []string{"Ada", "Ben", "Cleo"}) + ".",
		"0 bulletin, aucun blanc.": castWords(fr, workshop.Result{}),
	} {
		if got != want {
			t.Errorf("%q, want %q", got, want)
		}
	}
	var r workshop.Result
	r.Outcome.Cast = 1
	if got, want := castWords(fr, r), "1 bulletin, et il n’est pas blanc."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	r.Outcome.Cast, r.Outcome.Blank = 12, 1
	if got, want := castWords(fr, r), "12 bulletins, dont 1 blanc."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	r.Outcome.Blank = 2
	if got, want := castWords(fr, r), "12 bulletins, dont 2 blancs."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
	if got, want := majorityWords(fr, r), "Plus de la moitié de 12 bulletins, c’est 7."; got != want {
		t.Errorf("%q, want %q", got, want)
	}
}

// What is asked of one person at a time, in the whole program.
func TestDialogsOfVotesInFrench(t *testing.T) {
	at := make(map[string]moment)
	for _, m := range voteMoments() {
		at[m.name] = m
	}
	for _, c := range []struct{ name, moment, keys string }{
		{"into-box", "name-ballot", "space enter"},
		{"blank", "leader-ballot", "up enter"},
		{"ranked-into-box", "ranked-ballot", "space down space enter"},
		{"all-given", "name-ballot", "space down space down space"},
		{"why", "nominate", "down enter"},
		{"has-time", "accept-nominee", "y"},
		{"declined", "accept-nominee", "d y"},
		{"object", "proposal", "o"},
		{"close-early", "name-roll", "v"},
		{"how-to-elect", "leader-before", "v"},
		{"reopen", "leader-elected", "v"},
		{"whom", "reasons-facilitator", "v"},
		{"terms", "reasons-facilitator", "v enter"},
		{"vote-again", "name-by-vote", "v"},
	} {
		m := at[c.moment]
		sizes := [][2]int{{40, 15}, {80, 24}}
		if m.who == Fay {
			sizes = [][2]int{{60, 15}, {80, 24}}
		}
		for _, size := range sizes {
			looksAsItDid(t, fmt.Sprintf("french/vote-dialog-%s@%dx%d", c.name, size[0], size[1]), frenchApp(m.reach, m.who, c.keys), size)
		}
	}
}
